/**
 * Layer 1. The package linter: what Microsoft's Open XML SDK validator does not see and PowerPoint or Word repair,
 * refuse or show wrongly, and what the accessibility checkers look for. The rules are in `lint/rules.ts`.
 */
import { type Diagnostic, FindingsError } from '../diagnostic.js';
import { type CodedFinding, OfficeFile } from './lint/file.js';
import { findingsOf } from './lint/page.js';
import { rules } from './lint/rules.js';
import { readPackage } from './package.js';
import { byNumber, Parts } from './parts.js';
import type { WrittenFile } from './written.js';
import { listZip } from './zip.js';

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
 * As `lintPackage(bytes)`, without parsing what was just written: where the bytes hold the parts, each unpacking to what
 * was packed, the rules go over the trees.
 */
export function lintWritten(file: WrittenFile): Diagnostic[] {
  const { bytes, parts, linted } = file;
  return holds(file) ? lint(new OfficeFile(parts, { linted }), linted?.findings) : lintPackage(bytes);
}

function holds({ bytes, entries }: WrittenFile): boolean {
  try {
    const listed = listZip(bytes);
    return (
      listed.length === entries.size &&
      listed.every(([name, { packed, size, crc, deflated }]) => {
        const entry = entries.get(name);
        const alike = entry?.size === size && entry.crc === crc && entry.deflated === deflated;
        return alike && entry.sound && Buffer.compare(entry.packed, packed) === 0;
      })
    );
  } catch (error) {
    if (error instanceof FindingsError) return false;
    throw error;
  }
}

const ranks = new Map<string, number>(Object.keys(rules).map((code, index) => [code, index]));
const rank = ({ code }: CodedFinding): number => ranks.get(code) ?? 0;

/** By rule, then by part. @param before what was found in pages before */
function lint(file: OfficeFile, before: readonly CodedFinding[] = []): Diagnostic[] {
  return [...before, ...findingsOf(file)]
    .sort((a, b) => rank(a) - rank(b) || byNumber(a.part, b.part))
    .map(
      ({ part, line, column, ...finding }): Diagnostic => ({
        severity: 'error',
        ...finding,
        at: { file: part, line, column },
      }),
    );
}
