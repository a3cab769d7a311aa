/** Pictures that stand in for drawn charts. */
import { crc32, deflateSync } from 'node:zlib';
import type { ShownCharts } from '../../src/deck/native-charts.js';

/** A white picture: a real PNG, if a dull one. */
function png(width = 96, height = 60): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xff);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
export const anyPng = png();
const known = new Set(['chart-share', 'chart-tiers', 'chart-funds']);

/** Of the fixtures' charts. */
export const pictures: ShownCharts = ({ chart }) => (known.has(chart.id) ? anyPng : undefined);

export const noPictures: ShownCharts = () => undefined;
