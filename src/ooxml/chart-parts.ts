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

/** A chart for the shape of that name on a slide. */
export interface PlacedChartParts extends ChartParts {
  /** From 0. */
  readonly slide: number;
  readonly name: string;
}

/** A chart for the frame of that name in a Word file. */
export interface FramedChartParts extends ChartParts {
  readonly name: string;
  /** BCP 47: a document may have a chart in each of its languages. */
  readonly language: string;
}
