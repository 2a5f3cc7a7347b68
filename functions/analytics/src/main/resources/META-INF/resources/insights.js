import { say, switchLanguage, word, locale } from './words.js';
import { follow } from './stream.js';
import { chart } from './chart.js';

const $ = id => document.getElementById(id);
const TOKEN = 'kefu.token';
const METRICS = ['turns', 'conversations', 'satisfaction', 'automationRate', 'handoffShare', 'outOfScopeShare', 'degradedShare', 'refusedShare',
  'latencyP50', 'latencyP95', 'latencyP99', 'feedbackMean', 'handoffs', 'clickRate', 'purchaseRate', 'events'];
const state = { token: startToken(), window: '5m', metric: 'turns', summary: null, series: {}, alerts: [], improvements: [], link: 'connecting' };
let stop = () => {};
let lastLook = 0;
let lookLater = 0;

/** A token in the address is taken out of it at once, so that it is in no history and no copied link. */
function startToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(TOKEN, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(TOKEN);
}

const number = new Map();
const format = (value, options = {}) => {
  const key = locale() + JSON.stringify(options);
  if (!number.has(key)) number.set(key, new Intl.NumberFormat(locale(), options));
  return number.get(key).format(value);
};
const orDash = (value, how) => (value === null || value === undefined ? '–' : how(value));
const count = value => orDash(value, v => format(v));
const share = value => orDash(value, v => format(v, { style: 'percent', maximumFractionDigits: 1 }));
const millis = value => orDash(value, v => (v < 10000 ? `${format(v, { maximumFractionDigits: v < 10 ? 1 : 0 })} ms` : `${format(v / 1000, { maximumFractionDigits: 1 })} s`));
const seconds = value => orDash(value, v => `${format(v, { maximumFractionDigits: 1 })} s`);
const stars = value => orDash(value, v => `${format(v, { maximumFractionDigits: 2 })} ★`);
const clock = time => new Date(time).toLocaleTimeString(locale(), { hour12: false });
const reading = metric => (metric.startsWith('latency') ? millis : /Share$|Rate$|^satisfaction$/.test(metric) ? share : metric === 'feedbackMean' ? stars : count);

/** Text goes in as text: nothing a customer wrote becomes markup. */
function made(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
const none = () => made('p', { class: 'none' }, word('none'));

const TILES = [
  ['turns', s => count(s.turns)], ['conversations', s => count(s.conversations)], ['satisfaction', s => share(s.satisfaction)],
  ['automationRate', s => share(s.automationRate)], ['outOfScopeShare', s => share(s.outOfScopeShare)],
  ['degradedShare', s => share(s.degradedShare)], ['latencyP95', s => millis(s.latencyMillis.p95)], ['feedbackMean', s => stars(s.feedback.mean)],
];

function draw() {
  const summary = state.summary;
  $('live').className = { live: 'on', lost: 'off' }[state.link] ?? '';
  $('live-text').textContent = word(state.link) + (summary ? ` · ${word('updated')} ${clock(Math.min(Date.now(), Date.parse(summary.to)))}` : '');
  drawSeries();
  drawAlerts();
  drawImprovements();
  if (!summary) return;
  $('tiles').replaceChildren(...TILES.map(([metric, read]) => {
    const tile = made('div', { class: 'tile' }, made('span', {}, word(metric)), made('strong', {}, read(summary)));
    const series = state.series[metric];
    if (series) tile.append(chart(series.points, { width: 120, height: 30, label: `${word(metric)}, ${word('series')}` }));
    return tile;
  }));
  bars('intents', summary.intents.slice(0, 10));
  bars('emotions', summary.emotions);
  bars('languages', summary.languages);
  facts('handoffs', [...['requested', 'claimed', 'resolved', 'returned', 'waiting'].map(name => [name, count(summary.handoffs[name])]),
    ...['secondsToClaimP50', 'secondsToClaimP95'].map(name => [name, seconds(summary.handoffs[name])])]);
  const shown = summary.recommendations;
  facts('recommendations', [...['shown', 'clicked', 'carted', 'purchased'].map(name => [name, count(shown[name])]),
    ['clickRate', share(shown.clickRate)], ['purchaseRate', share(shown.purchaseRate)]]);
  facts('orders', Object.entries(summary.orders).map(([name, n]) => [name, count(n)]));
  $('operations').replaceChildren(summary.operations.length ? table(['name', 'previewed', 'done', 'refusedCount', 'failed'],
    summary.operations.map(o => [o.name, count(o.previewed), count(o.done), count(o.refused), count(o.failed)])) : none());
  drawSatisfaction(summary);
  const events = summary.events;
  $('events').textContent = `${word('events')}: ` + ['counted', 'duplicates', 'late', 'unreadable'].map(name => `${count(events[name])} ${word(name)}`).join(' · ');
}

function bars(id, shares) {
  $(id).replaceChildren(...(shares.length ? shares.map(({ name, count: n, share: part }) => made('li', {},
    made('span', {}, word(name)), made('span', {}, `${share(part)} · ${count(n)}`),
    made('meter', { min: 0, max: 1, value: part, 'aria-label': word(name) }))) : [made('li', { class: 'none' }, word('none'))]));
}

function facts(id, pairs) {
  $(id).replaceChildren(...(pairs.length ? pairs.flatMap(([name, value]) => [made('dt', {}, word(name)), made('dd', {}, value)])
    : [made('dt', {}, word('none'))]));
}

function table(head, rows, last) {
  const cells = (kind, values) => values.map((value, index) =>
    made(kind, { ...(kind === 'th' ? { scope: 'col' } : {}), ...(last && index === values.length - 1 ? { class: 'said' } : {}) }, value));
  return made('table', {}, made('thead', {}, made('tr', {}, ...cells('th', head.map(word)))),
    made('tbody', {}, ...rows.map(row => made('tr', {}, ...cells('td', row)))));
}

function drawSatisfaction(summary) {
  const gauge = made('div', { class: 'gauge' }, made('strong', {}, share(summary.satisfaction)),
    made('meter', { min: 0, max: 1, value: summary.satisfaction ?? 0, 'aria-label': word('satisfaction') }));
  const ratings = [5, 4, 3, 2, 1].map(n => ({ name: '★'.repeat(n), count: summary.feedback.stars[n] ?? 0 }));
  const list = made('ol', { class: 'bars' }, ...ratings.map(({ name, count: n }) => made('li', {},
    made('span', { 'aria-label': `${name.length} ${word('stars')}` }, name), made('span', {}, count(n)),
    made('meter', { min: 0, max: Math.max(1, summary.feedback.count), value: n, 'aria-label': `${name.length} ${word('stars')}` }))));
  $('satisfaction').replaceChildren(gauge, made('h3', {}, `${word('ratings')}: ${count(summary.feedback.count)} · ${stars(summary.feedback.mean)}`), list);
}

function drawSeries() {
  const series = state.series[state.metric];
  if (!series) return;
  const read = reading(series.metric);
  const values = series.points.map(point => point.value).filter(value => value !== null);
  const range = values.length ? `${read(Math.min(...values))} ${word('to')} ${read(Math.max(...values))}` : word('noValue');
  $('chart').replaceChildren(
    chart(series.points, { label: `${word(series.metric)}: ${range}`, grid: true }),
    made('figcaption', {}, made('span', {}, clock(series.points[0].at)), made('span', {}, range), made('span', {}, clock(series.points.at(-1).at))));
}

function drawAlerts() {
  $('alerts').replaceChildren(...(state.alerts.length ? state.alerts.map(alert => made('li', { class: alert.severity },
    made('b', {}, word(alert.severity)), ` ${word(alert.metric)} ${alertValue(alert, alert.value)} (${word('expected')} ${alertValue(alert, alert.expected)}, ${alert.window}) `,
    made('span', { class: 'quiet' }, new Date(alert.occurredAt).toLocaleString(locale(), { hour12: false }))))
    : [made('li', { class: 'none' }, word('noAlerts'))]));
}

const alertValue = (alert, value) => (alert.metric === 'intentDrift' ? format(value, { maximumFractionDigits: 2 }) : reading(alert.metric)(value));

function drawImprovements() {
  const rows = state.improvements.slice(0, 10).map(i => [word(i.intent), format(i.cost, { maximumFractionDigits: 1 }), count(i.turns), count(i.outOfScope),
    count(i.clarified), count(i.handedOff), count(i.lowRated), count(i.refused),
    made('div', {}, ...i.examples.slice(0, 3).map(example => made('q', {}, example.text)))]);
  $('improvements').replaceChildren(rows.length
    ? table(['intent', 'cost', 'turns', 'outOfScope', 'clarified', 'handedOff', 'lowRated', 'refusedCount', 'examples'], rows, true) : none());
}

async function get(path) {
  const response = await fetch(path, { headers: { Authorization: `Bearer ${state.token}` }, cache: 'no-store' });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

/** What the stream does not carry is fetched after a change, at most every five seconds. */
function lookAround() {
  const wait = lastLook + 5000 - Date.now();
  clearTimeout(lookLater);
  if (wait > 0) { lookLater = setTimeout(lookAround, wait); return; }
  lastLook = Date.now();
  const { window: asked } = state;
  const metrics = new Set([state.metric, ...TILES.map(([metric]) => metric)]);
  Promise.allSettled([
    ...[...metrics].map(metric => get(`/v1/insights/series?metric=${metric}&window=${asked}`)
      .then(series => { if (state.window === asked) state.series[metric] = series; })),
    get('/v1/alerts?limit=8').then(page => { state.alerts = page.items; }),
    get('/v1/insights/improvements?window=1d').then(page => { state.improvements = page.items; }),
  ]).then(draw);
}

function start() {
  stop();
  if (!state.token) return signIn('');
  $('sign-in').hidden = true;
  $('main').hidden = false;
  lastLook = 0;
  lookAround();
  stop = follow(`/v1/insights/stream?window=${state.window}`, state.token, {
    onMessage: summary => { state.summary = summary; draw(); lookAround(); },
    onState: link => { state.link = link; draw(); },
    onRefused: () => signIn(word('refused')),
  });
}

function signIn(why) {
  sessionStorage.removeItem(TOKEN);
  state.token = null;
  $('main').hidden = true;
  $('sign-in').hidden = false;
  $('refused').textContent = why;
  $('live').className = '';
  $('live-text').textContent = '';
  $('token').focus();
}

$('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  state.token = $('token').value.trim().replace(/^Bearer /i, '');
  $('token').value = '';
  sessionStorage.setItem(TOKEN, state.token);
  start();
});
$('language').addEventListener('click', () => { switchLanguage(); sayAll(); draw(); });
$('metric').addEventListener('change', event => { state.metric = event.target.value; lastLook = 0; drawSeries(); lookAround(); });
document.querySelectorAll('[data-window]').forEach(button => button.addEventListener('click', () => {
  state.window = button.dataset.window;
  state.series = {};
  document.querySelectorAll('[data-window]').forEach(other => other.setAttribute('aria-pressed', String(other === button)));
  start();
}));

function sayAll() {
  say(document);
  $('metric').replaceChildren(...METRICS.map(metric => made('option', { value: metric }, word(metric))));
  $('metric').value = state.metric;
}

sayAll();
start();
