/**
 * Layer 1. The package linter: what Microsoft's Open XML SDK validator does not see and PowerPoint or Word repair,
 * refuse or show wrongly, and what the accessibility checkers look for. The rules are in `lint/rules.ts`.
 */
import { type Diagnostic, FindingsError } from '../diagnostic.js';
import { OfficeFile } from './lint/file.js';
import { rules } from './lint/rules.js';
import { readPackage } from './package.js';
import { Parts } from './parts.js';
import type { WrittenFile } from './written.js';

/**
 * All findings in a .pptx or .docx; none means fine. `at.file` is the part's name. Never throws: bytes that are no
 * package are a finding too.
 */
export function lintPackage(bytes: Uint8Array): Diagnostic[] {
  let file: OfficeFile;
  try {
    file = new OfficeFile(new Parts(readPackage(bytes)));
  } catch (error) {
    if (error instanceof FindingsError) return [...error.diagnostics];
    throw error;
  }
  return lint(file);
}

/**
 * As `lintPackage(bytes)`, without parsing what was just written: the bytes are unpacked and compared with the parts,
 * the rules go over the trees.
 */
export function lintWritten({ bytes, parts }: WrittenFile): Diagnostic[] {
  return holds(bytes, parts) ? lint(new OfficeFile(parts)) : lintPackage(bytes);
}

/** Whether the file unpacks to these parts, each with its checksum. */
function holds(bytes: Uint8Array, parts: Parts): boolean {
  try {
    const unpacked = readPackage(bytes).parts;
    const same = (name: string): boolean => {
      const found = unpacked.get(name);
      return found !== undefined && Buffer.compare(found, parts.bytes(name)) === 0;
    };
    return unpacked.size === parts.names().length && parts.names().every(same);
  } catch (error) {
    if (error instanceof FindingsError) return false;
    throw error;
  }
}

function lint(file: OfficeFile): Diagnostic[] {
  return Object.entries(rules).flatMap(([code, rule]) =>
    [...rule(file)].map(
      ({ part, line, column, ...finding }): Diagnostic => ({
        code,
        severity: 'error',
        ...finding,
        at: { file: part, line, column },
      }),
    ),
  );
}
