// The agent's desk: the queue of conversations that need a person, and the one that is being worked on.
import { listen } from '/widget/sse.js';

const TEXTS = {
  en: { desk: 'Kefu · desk', entrance: 'Paste an agent token; ./kefu token --role agent prints one.', token: 'Token', enter: 'Open the desk', queue: 'Waiting for a person', empty: 'Nobody is waiting.', claim: 'Take over', send: 'Send', write: 'Write to the customer', resolve: 'Resolved', return: 'Back to the assistant', pick: 'Choose a conversation.', since: 'since', general: 'any agent', refused: 'This token does not open the desk.', joined: 'You have joined.', returned: 'Back to the assistant.', resolved: 'Resolved.', handoff_waiting: 'Waiting for a person.', failed: 'That did not work: ', reasons: { customerAsked: 'Asked for a person', frustration: 'Angry or disappointed', failures: 'The assistant got nowhere' } },
  zh: { desk: '客服工作台', entrance: '粘贴客服令牌；运行 ./kefu token --role agent 可以得到一个。', token: '令牌', enter: '进入工作台', queue: '等待人工', empty: '没有等待中的会话。', claim: '接入', send: '发送', write: '给顾客写消息', resolve: '已解决', return: '转回智能客服', pick: '请选择一个会话。', since: '开始于', general: '任意客服', refused: '此令牌无法进入工作台。', joined: '您已接入。', returned: '已转回智能客服。', resolved: '已解决。', handoff_waiting: '等待人工接入。', failed: '没有成功：', reasons: { customerAsked: '顾客要求人工', frustration: '顾客情绪激动', failures: '智能客服未能解决' } },
};
const $ = id => document.getElementById(id);
let language = localStorage.getItem('kefu.language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
let token = new URLSearchParams(location.hash.slice(1)).get('token') ?? sessionStorage.getItem('kefu.agent');
let current = null;
let listening = null;

const t = key => TEXTS[language][key];

async function call(path, body) {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw Object.assign(new Error(answer?.detail ?? response.statusText), { status: response.status });
  return answer;
}

async function enter() {
  try {
    await showQueue();
    sessionStorage.setItem('kefu.agent', token);
    history.replaceState(null, '', location.pathname);
    $('entrance').hidden = true;
    $('desk').hidden = false;
    listen('/v1/handoffs/stream', () => token, () => showQueue(), new AbortController().signal);
  } catch (error) {
    $('entrance').hidden = false;
    $('desk').hidden = true;
    if (token) $('refused').textContent = t('refused');
  }
}

async function showQueue() {
  const waiting = (await call('/v1/handoffs?status=waiting&limit=50')).items;
  const mine = (await call('/v1/handoffs?status=claimed&limit=50')).items;
  const items = [...mine, ...waiting];
  $('queue').replaceChildren(...items.map(row));
  if (!items.length) $('queue').textContent = t('empty');
  if (!current) $('case').textContent = t('pick');
}

function row(handoff) {
  const button = document.createElement('button');
  if (handoff.id === current?.id) button.setAttribute('aria-current', 'true');
  const reason = document.createElement('strong');
  reason.textContent = t('reasons')[handoff.reason] ?? handoff.reason;
  const details = document.createElement('small');
  const since = new Date(handoff.waitingSince).toLocaleTimeString(language);
  const spoken = new Intl.DisplayNames(language, { type: 'language' }).of(handoff.language);
  const skill = handoff.skill === 'general' ? t('general') : handoff.skill;
  details.textContent = ` ${spoken} · ${skill} · ${t('since')} ${since}${handoff.agent ? ` · ${handoff.agent}` : ''}`;
  button.append(reason, document.createElement('br'), details);
  button.onclick = () => open(handoff);
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function open(handoff) {
  listening?.abort();
  listening = new AbortController();
  current = handoff;
  const summary = document.createElement('p');
  summary.className = 'summary';
  summary.textContent = handoff.summary;
  const log = document.createElement('ol');
  log.className = 'log';
  $('case').replaceChildren(summary, actions(handoff), log, ...(handoff.status === 'claimed' ? [writing()] : []));
  listen(`/v1/conversations/${handoff.conversationId}/events`, () => token, event => told(log, event), listening.signal);
  showQueue();
}

function actions(handoff) {
  const bar = document.createElement('div');
  bar.className = 'actions';
  const add = (name, action) => {
    const button = document.createElement('button');
    button.id = name;
    button.textContent = t(name);
    if (name === 'claim') button.className = 'primary';
    button.onclick = () => action().catch(failed);
    bar.append(button);
  };
  if (handoff.status === 'waiting') add('claim', async () => open(await call(`/v1/handoffs/${handoff.id}/claim`, {})));
  if (handoff.status === 'claimed') {
    add('resolve', () => end(`/v1/handoffs/${handoff.id}/resolve`, { reason: 'resolved at the desk' }));
    add('return', () => end(`/v1/handoffs/${handoff.id}/return`, {}));
  }
  return bar;
}

async function end(path, body) {
  await call(path, body);
  listening.abort();
  current = null;
  await showQueue();
}

function writing() {
  const form = document.createElement('form');
  const input = document.createElement('input');
  input.maxLength = 4000;
  input.placeholder = t('write');
  input.setAttribute('aria-label', t('write'));
  const send = document.createElement('button');
  send.className = 'primary';
  send.textContent = t('send');
  form.append(input, send);
  form.onsubmit = event => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    call(`/v1/handoffs/${current.id}/messages`, { text }).catch(failed);
  };
  return form;
}

function told(log, { kind, data }) {
  if (kind === 'turn') {
    line(log, 'customer', data.said);
    if (data.answer.reply) line(log, 'bot', data.answer.reply.text);
  } else if (kind === 'customer_message') line(log, 'customer', data.said);
  else if (kind === 'agent_message') line(log, 'agent', data.text);
  else line(log, 'notice', t(kind === 'agent_joined' ? 'joined' : kind) ?? kind);
}

function line(log, kind, text) {
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  log.append(item);
  item.scrollIntoView({ block: 'end' });
}

function failed(error) {
  const log = $('case').querySelector('.log');
  if (log) line(log, 'notice', t('failed') + error.message);
  showQueue();
}

function label() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-text]').forEach(e => (e.textContent = t(e.dataset.text)));
  $('language').textContent = language === 'zh' ? 'English' : '中文';
}

$('language').onclick = () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('kefu.language', language);
  label();
  if (current) open(current);
  else if (!$('desk').hidden) showQueue();
};
$('entrance').onsubmit = event => {
  event.preventDefault();
  token = $('token').value.trim();
  enter();
};
label();
enter();
