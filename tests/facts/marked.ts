/** Test texts in which `⟦` marks where a finding is expected. */
import type { Diagnostic } from '../../src/diagnostic.js';

export interface Marked {
  /** Without the marks. */
  readonly text: string;
  /** "line:column" of each mark, in order. */
  readonly places: readonly string[];
}

export function marked(text: string): Marked {
  const places: string[] = [];
  const lines = text.split('\n').map((line, index) => {
    let rest = line;
    for (let at = rest.indexOf('⟦'); at !== -1; at = rest.indexOf('⟦')) {
      places.push(`${index + 1}:${at + 1}`);
      rest = rest.slice(0, at) + rest.slice(at + 1);
    }
    return rest;
  });
  return { text: lines.join('\n'), places };
}

/** "code line:column", in order. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
}
