// The demo storefront: a list of products, a product page, and the chat widget that knows which page is shown.
const TEXTS = {
  en: { shop: 'Kefu demo shop', signIn: 'Sign in', signOut: 'Sign out', signInHelp: 'Paste a customer token. ./kefu token --role customer --customer c-1 prints one.', token: 'Token', cancel: 'Cancel', all: 'All', gone: 'out of stock', ask: 'Ask about this product', from: 'from', nothing: 'Nothing here yet.', failed: 'The shop cannot be reached at the moment.', question: 'How is the quality of this?' },
  zh: { shop: '客服演示商店', signIn: '登录', signOut: '退出', signInHelp: '粘贴顾客令牌。运行 ./kefu token --role customer --customer c-1 可以得到一个。', token: '令牌', cancel: '取消', all: '全部', gone: '缺货', ask: '咨询这款商品', from: '', nothing: '还没有商品。', failed: '暂时无法连接商店。', question: '这个商品的质量怎么样？' },
};
const CATEGORIES = { kitchen: '厨房', audio: '影音', clothing: '服饰', shoes: '鞋靴', home: '家居', outdoor: '户外', beauty: '美妆', kids: '童品', office: '办公', electronics: '数码' };

const view = document.getElementById('view');
const chat = document.querySelector('kefu-chat');
let language = localStorage.getItem('kefu.language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
let token = takeToken();
let products = [];
let shop = { attributes: {}, options: {} };

const t = key => TEXTS[language][key];
const say = text => typeof text === 'string' ? text : text?.[language] ?? text?.en ?? '';

function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem('kefu.token', given);
    history.replaceState(null, '', '#/');
  }
  return sessionStorage.getItem('kefu.token');
}

const customer = () => {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).sub;
  } catch {
    return null;
  }
};

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(Boolean));
  return made;
}

async function load() {
  shop = await (await fetch('/storefront.json')).json();
  const found = [];
  let after = '';
  do {
    const response = await fetch(`/v1/store/products?limit=100&after=${encodeURIComponent(after)}`);
    if (!response.ok) throw new Error(response.statusText);
    const page = await response.json();
    found.push(...page.items);
    after = page.next;
  } while (after);
  products = found;
}

const cheapest = product => product.variants.reduce((a, b) => (b.price < a.price ? b : a));
const money = variant => new Intl.NumberFormat(language, { style: 'currency', currency: variant.currency }).format(variant.price);

/** A variant's option as it is called (`OptionNames`): by its name and value where the value alone says nothing. */
const option = ([name, value]) =>
  say(shop.options[`${name} ${value}`.toLowerCase()] ?? shop.options[value.toLowerCase()]) || value;

function card(product) {
  return element('li', {},
    element('a', { className: 'card', href: `#/p/${encodeURIComponent(product.id)}` },
      element('img', { src: product.images[0] ?? '', alt: '', loading: 'lazy' }),
      element('div', {},
        element('strong', { textContent: say(product.name) }),
        element('span', { className: 'price', textContent: `${t('from')} ${money(cheapest(product))}`.trim() }))));
}

function showList(category) {
  const shown = products.filter(p => !category || p.category === category);
  view.replaceChildren(shown.length
    ? element('ul', { className: 'grid' }, ...shown.map(card))
    : element('p', { textContent: t('nothing') }));
  chat.setPage({ page: 'list' });
}

function showProduct(product) {
  const facts = element('dl');
  for (const [key, value] of Object.entries(product.attributes))
    facts.append(element('dt', { textContent: say(shop.attributes[key]) || key }), element('dd', { textContent: say(value) }));
  const variants = element('ul', { className: 'variants' }, ...product.variants.map(v => element('li', {
    className: v.available ? '' : 'gone',
    title: v.available ? '' : t('gone'),
    textContent: `${Object.entries(v.options).map(option).join(' · ') || v.id} ${money(v)}`,
  })));
  const ask = element('button', { className: 'primary', id: 'ask', textContent: t('ask') });
  ask.onclick = () => chat.ask(t('question'));
  view.replaceChildren(element('article', { className: 'product' },
    element('img', { src: product.images[0] ?? '', alt: say(product.name) }),
    element('div', {},
      element('h1', { textContent: say(product.name) }),
      element('p', { className: 'price', textContent: money(cheapest(product)) }),
      element('p', { textContent: say(product.description) }), variants, ask, facts)));
  chat.setPage({ page: 'product', productId: product.id });
  tellViewed(product);
}

/** What a signed-in customer looks at becomes part of their profile; nobody else is followed. */
function tellViewed(product) {
  if (!customer()) return;
  fetch(`${shop.profiling}/v1/interactions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ customerId: customer(), kind: 'view', productId: product.id, at: new Date().toISOString() }),
  }).catch(() => {});
}

function render() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-text]').forEach(e => (e.textContent = t(e.dataset.text)));
  document.getElementById('language').textContent = language === 'zh' ? 'English' : '中文';
  document.getElementById('account').textContent = customer() ? `${customer()} · ${t('signOut')}` : t('signIn');
  const [, place, id] = location.hash.split('/').map(decodeURIComponent);
  const categories = [...new Set(products.map(p => p.category))];
  document.getElementById('categories').replaceChildren(
    link('#/', t('all'), !place),
    ...categories.map(c => link(`#/c/${c}`, language === 'zh' ? CATEGORIES[c] ?? c : c, place === 'c' && id === c)));
  const product = place === 'p' && products.find(p => p.id === id);
  product ? showProduct(product) : showList(place === 'c' ? id : null);
}

function link(href, text, current) {
  const made = element('a', { href, textContent: text });
  if (current) made.setAttribute('aria-current', 'page');
  return made;
}

document.getElementById('language').onclick = () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('kefu.language', language);
  chat.setLanguage(language);
  render();
};
document.getElementById('account').onclick = () => {
  if (customer()) signIn(null);
  else document.getElementById('signin').showModal();
};
document.getElementById('signin').onclose = event => {
  if (event.target.returnValue === 'ok') signIn(document.getElementById('token').value.trim());
};

function signIn(given) {
  token = given;
  given ? sessionStorage.setItem('kefu.token', given) : sessionStorage.removeItem('kefu.token');
  chat.setToken(token);
  render();
}

window.addEventListener('hashchange', () => {
  token = takeToken();
  render();
  view.focus();
});
await customElements.whenDefined('kefu-chat');
chat.setLanguage(language);
chat.setToken(token);
try {
  await load();
  render();
} catch {
  render();
  view.replaceChildren(element('p', { role: 'alert', textContent: t('failed') }));
}
