/** Layer 1. Where a source stands in sources.yaml, for those who find fault with it later. */
import type { SourcePlaces } from './fact.js';
import type { YamlFile } from './yaml.js';

export function sourcePlaces(file: YamlFile<unknown>, index: number): SourcePlaces {
  const placeOf = (key: string) => file.placeOf(['sources', index, key]);
  return { id: placeOf('id'), file: placeOf('file'), from: placeOf('from'), until: placeOf('until') };
}
