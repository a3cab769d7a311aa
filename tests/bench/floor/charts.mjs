/** The charts of the hand-written sample: chart.js through chartjs-node-canvas, as its documentation advises. */
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { ink, muted, series } from './look.mjs';

const fonts = new URL('../../../src/fonts/', import.meta.url);

// One canvas per size; drawn at double resolution.
const canvases = new Map();
function canvasOf(width, height) {
  const key = `${width}x${height}`;
  if (!canvases.has(key)) {
    const canvas = new ChartJSNodeCanvas({
      width: width * 2,
      height: height * 2,
      backgroundColour: '#FFFFFF',
    });
    for (const weight of ['Regular', 'Bold']) {
      canvas.registerFont(new URL(`NotoSansSC-${weight}.ttf`, fonts).pathname, {
        family: 'Noto Sans SC',
        weight: weight.toLowerCase(),
      });
    }
    canvases.set(key, canvas);
  }
  return canvases.get(key);
}

/** @returns {Promise<Buffer>} a PNG of twice this size */
export async function drawChart({ type, title, unit, source, labels, values, texts }, [width, height]) {
  const ring = type === 'share' || type === 'parts';
  const font = (size, weight = 'normal') => ({ family: 'Noto Sans SC', size: size * 2, weight });
  const writeTexts = {
    id: 'texts',
    afterDatasetsDraw(drawn) {
      const { ctx } = drawn;
      ctx.fillStyle = `#${ink}`;
      ctx.font = `bold 26px "Noto Sans SC"`;
      for (const [index, bar] of drawn.getDatasetMeta(0).data.entries()) {
        const { x, y } = bar.tooltipPosition();
        if (texts[index]) ctx.fillText(texts[index], ring ? x - 20 : x + 10, y + 8);
      }
      ctx.font = `22px "Noto Sans SC"`;
      ctx.fillStyle = `#${muted}`;
      ctx.fillText(source, 20, height * 2 - 20);
    },
  };
  return canvasOf(width, height).renderToBuffer({
    type: ring ? 'doughnut' : 'bar',
    data: { labels, datasets: [{ data: values, backgroundColor: ring ? series : series[0] }] },
    options: {
      indexAxis: 'y',
      animation: false,
      devicePixelRatio: 1,
      layout: { padding: { left: 20, right: ring ? 20 : 160, top: 20, bottom: 60 } },
      plugins: {
        legend: { display: ring, position: 'right', labels: { font: font(13) } },
        title: { display: true, text: title, align: 'start', font: font(18, 'bold') },
        subtitle: { display: true, text: unit, align: 'start', font: font(12) },
      },
      ...(ring
        ? { cutout: '62%' }
        : { scales: { x: { beginAtZero: true, display: false }, y: { ticks: { font: font(13) } } } }),
    },
    plugins: [writeTexts],
  });
}
