/** Colours of the hand-written sample. */
export const ink = '17212B';
export const muted = '5B6B7A';
export const primary = '0B3C5D';
export const series = ['#0B3C5D', '#3A7CA5', '#C98B2B', '#8FA9BA', '#7A3E48'];
