/** Lines of points as inline SVG; gaps where there is no value. */
const SVG = 'http://www.w3.org/2000/svg';

export function chart(points, { width = 600, height = 160, top, label, area = true, grid = false }) {
  const svg = node('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label });
  const values = points.map(point => point.value);
  const highest = top ?? Math.max(1e-9, ...values.filter(value => value !== null));
  const x = index => (values.length < 2 ? width : (index / (values.length - 1)) * width);
  const y = value => height - 3 - (value / highest) * (height - 8);
  if (grid) for (const part of [0, 0.5, 1]) svg.append(node('line', { class: 'grid', x1: 0, x2: width, y1: y(part * highest), y2: y(part * highest) }));
  for (const run of runs(values)) {
    const line = run.map(([index, value]) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
    if (run.length === 1) line.push(`${(x(run[0][0]) + 0.1).toFixed(1)},${y(run[0][1]).toFixed(1)}`);
    if (area) svg.append(node('polygon', { class: 'area', points: [`${x(run[0][0])},${height}`, ...line, `${x(run.at(-1)[0])},${height}`].join(' ') }));
    svg.append(node('polyline', { class: 'line', points: line.join(' ') }));
  }
  return svg;
}

/** The stretches without a gap, each as pairs of index and value. */
function runs(values) {
  const all = [];
  let run = [];
  values.forEach((value, index) => {
    if (value === null) { if (run.length) all.push(run); run = []; } else run.push([index, value]);
  });
  if (run.length) all.push(run);
  return all;
}

function node(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  return made;
}
