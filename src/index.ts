/** Layer 7. The library's one list of exports. A test holds it. */
export {
  type BriefingOptions,
  buildBriefing,
  type CheckOptions,
  checkBriefing,
  loadFacts,
} from './build/briefing.js';
export type { SourceReport } from './build/evidence.js';
export type { Manifest } from './build/manifest.js';
export type { Converter, OfficeFile } from './build/pdf.js';
export { type QualifiedQuantity, readQuantity, writeQuantity } from './build/quantity.js';
export type { BuildReport, BuiltFile, EditionReport, Outcome } from './build/report.js';
export { jsonSchemas, type SchemaName, schemas } from './build/schemas.js';
export { type FileTrace, traceFile } from './build/trace.js';
export { version } from './build/version.js';
export { libreOffice } from './cli/libreoffice.js';
export { type Diagnostic, FindingsError, formatDiagnostic, type Place, UsageError } from './diagnostic.js';
export type { Fact, FactId, FactKind, Ledger } from './facts/fact.js';
export type {
  Counted,
  DerivedFact,
  EvidenceEntry,
  Labels,
  LanguageTag,
  Locator,
  Qualifier,
  Quantity,
  Source,
  StatedFact,
  Unit,
  Zone,
} from './facts/schema.js';
export type { FigureStyle } from './language/language.js';
export { languageTags } from './language/registry.js';
export type { ReportedFile, RunReport } from './regenerate/notify/report.js';
export type { Evidence, TracedStatement } from './trace/evidence.js';
export type { TracedFigure, TracedPlace, TraceStatus } from './trace/trace.js';
export { type MemoryWorld, memoryWorld, nodeWorld, type World } from './world.js';
