/** Layer 1. What a native chart brings to a package. */
import type { XmlElement } from './xml.js';

export interface ChartParts {
  /** `c:chartSpace`; refers to its workbook as rId1 and to its drawing as rId2. */
  readonly space: XmlElement;
  /** `c:userShapes` */
  readonly drawing: XmlElement | undefined;
  /** .xlsx */
  readonly workbook: Uint8Array;
}

/** A chart of a Word file, which may have one in each of its languages. */
export interface ChartOfLanguage extends ChartParts {
  /** BCP 47. */
  readonly language: string;
}
