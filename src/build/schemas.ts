/** Layer 4. The JSON Schemas of all files a person writes, which the files name for editors. */
import { chartsFile } from '../charts/definition.js';
import { themeFile } from '../document/theme.js';
import { checksFile } from '../facts/checks/schema.js';
import { toJsonSchema } from '../facts/json-schema.js';
import { factsFile, sourcesFile, zoneFile } from '../facts/schema.js';

/** The zod schemas, by the kind of file. */
export const schemas = {
  zone: zoneFile,
  sources: sourcesFile,
  facts: factsFile,
  checks: checksFile,
  charts: chartsFile,
  theme: themeFile,
} as const;
export type SchemaName = keyof typeof schemas;

const titles: Readonly<Record<SchemaName, string>> = {
  zone: 'zone.yaml: a zone, its template and languages',
  sources: 'sources.yaml: where the facts come from',
  facts: 'facts/*.yaml: facts of one topic, with their evidence',
  checks: 'checks.yaml: what must hold between the facts of a zone',
  charts: 'charts.yaml: charts by the facts they show',
  theme: 'theme.yaml: colours and fonts',
};

/** Name of the file in data/schema/ that the YAML files refer to. */
export const schemaFileName = (name: SchemaName): string => `${name}.schema.json`;

/** JSON Schema, draft 7, keyed by file name. */
export function jsonSchemas(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    (Object.keys(schemas) as SchemaName[]).map((name) => {
      const file = schemaFileName(name);
      return [file, toJsonSchema(schemas[name], file, titles[name])];
    }),
  );
}
