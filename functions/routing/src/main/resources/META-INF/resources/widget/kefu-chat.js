// The chat widget: <script type="module" src="…/widget/kefu-chat.js"></script> and <kefu-chat></kefu-chat>.
// Attributes: endpoint (where routing is; this origin by default), language (zh or en).
import { listen } from './sse.js';
import { STYLE, TEXTS } from './appearance.js';

const own = new URL('.', import.meta.url).origin;

class KefuChat extends HTMLElement {
  #conversation = null;
  #customerToken = null;
  #language = 'en';
  #page = null;
  #listening = null;
  #shown = new Set();

  connectedCallback() {
    this.#language = this.getAttribute('language') ?? this.#language;
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${STYLE}</style>
      <button class="open" part="open" aria-expanded="false"></button>
      <section class="panel" hidden role="dialog">
        <header><strong></strong><button class="close" type="button">×</button></header>
        <ol class="log" role="log" aria-live="polite"></ol>
        <form><input autocomplete="off" maxlength="4000"><button class="send"></button></form>
      </section>`;
    this.#find('.open').onclick = () => this.#open(true);
    this.#find('.close').onclick = () => this.#open(false);
    this.#find('form').onsubmit = event => {
      event.preventDefault();
      const input = this.#find('input');
      const text = input.value.trim();
      input.value = '';
      if (text) this.#send({ text }, text);
    };
    root.addEventListener('keydown', event => event.key === 'Escape' && this.#open(false));
    this.#label();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** Says where the customer is: {page, productId, orderId, cart}. */
  setPage(page) {
    this.#page = page;
  }

  setLanguage(language) {
    this.#language = language;
    this.#label();
  }

  /** Signs a customer in or out; a conversation of somebody else is not carried on. */
  setToken(token) {
    if (token === this.#customerToken) return;
    this.#customerToken = token;
    this.#listening?.abort();
    this.#conversation = null;
    this.#find('.log')?.replaceChildren();
  }

  /** Opens the panel and asks this. */
  ask(text) {
    this.#open(true);
    this.#send({ text }, text);
  }

  #find = selector => this.shadowRoot?.querySelector(selector);
  #t = key => TEXTS[this.#language][key];

  #label() {
    if (!this.shadowRoot) return;
    this.#find('.open').textContent = this.#t('open');
    this.#find('.panel').setAttribute('aria-label', this.#t('title'));
    this.#find('header strong').textContent = this.#t('title');
    this.#find('.close').setAttribute('aria-label', this.#t('close'));
    this.#find('input').setAttribute('aria-label', this.#t('write'));
    this.#find('input').placeholder = this.#t('write');
    this.#find('.send').textContent = this.#t('send');
  }

  #open(open) {
    this.#find('.panel').hidden = !open;
    this.#find('.open').hidden = open;
    this.#find('.open').setAttribute('aria-expanded', open);
    this.#find(open ? 'input' : '.open').focus();
  }

  #url = path => `${this.getAttribute('endpoint') ?? own}${path}`;

  async #call(path, token, body) {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
    if (token) headers.Authorization = `Bearer ${token}`;
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    // The key makes a second try safe: the turn is answered once.
    const response = await fetch(this.#url(path), request).catch(() => fetch(this.#url(path), request));
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail ?? response.statusText);
    return answer;
  }

  async #begin() {
    const wish = { channel: 'web', language: this.#language, context: this.#page };
    this.#conversation = await this.#call('/v1/conversations', this.#customerToken, wish);
    this.#listening = new AbortController();
    listen(this.#url(`/v1/conversations/${this.#conversation.id}/events`), () => this.#conversation.token,
      event => this.#told(event), this.#listening.signal);
  }

  async #send(turn, said) {
    this.#dropChoices();
    this.#say('customer', said);
    const waiting = this.#say('bot waiting', '···');
    try {
      if (!this.#conversation) await this.#begin();
      const answer = await this.#call(`/v1/conversations/${this.#conversation.id}/turns`, this.#conversation.token,
        { ...turn, context: this.#page });
      waiting.remove();
      this.#answered(answer);
    } catch (error) {
      waiting.remove();
      this.#say('notice', `${this.#t('failed')} ${error.message}`);
    }
  }

  #answered(answer) {
    if (this.#shown.has(answer.number)) return;
    this.#shown.add(answer.number);
    if (!answer.reply) return;
    const line = this.#say('bot', answer.reply.text);
    this.#sources(line, answer.reply.sources);
    this.#recommendations(line, answer.recommendations);
    this.#choices(answer.reply.expects);
  }

  #told({ kind, data }) {
    if (kind === 'agent_message') this.#say('agent', data.text);
    if (kind === 'agent_joined') this.#say('notice', this.#t('joined'));
    // Nobody leaves where the customer called off whom they waited for.
    if ((kind === 'returned' || kind === 'resolved') && data.agent) this.#say('notice', this.#t(kind));
  }

  #say(kind, text) {
    const line = document.createElement('li');
    line.className = kind;
    const bubble = document.createElement('p');
    bubble.textContent = text;
    line.append(bubble);
    this.#find('.log').append(line);
    line.scrollIntoView({ block: 'end' });
    return line;
  }

  #sources(line, sources) {
    if (!sources?.length) return;
    const list = document.createElement('p');
    list.className = 'sources';
    list.textContent = `${this.#t('sources')} ${sources.map(s => s.title ? `${s.title} (${s.id})` : s.id).join(' · ')}`;
    line.append(list);
  }

  #recommendations(line, products) {
    if (!products?.length) return;
    const list = document.createElement('ul');
    list.className = 'products';
    for (const product of products) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#/p/${encodeURIComponent(product.productId)}`;
      link.textContent = this.#in(product.name);
      const reason = document.createElement('small');
      reason.textContent = this.#in(product.reason);
      item.append(link, reason);
      list.append(item);
    }
    line.append(list);
  }

  #in = text => typeof text === 'string' ? text : text?.[this.#language] ?? text?.en ?? '';

  #choices(expects) {
    if (!expects?.options?.length) return;
    const line = document.createElement('li');
    line.className = 'choices';
    const chosen = new Set();
    for (const { value, label } of expects.options) {
      const button = document.createElement('button');
      button.textContent = label;
      button.onclick = () => {
        if (!expects.many) return this.#send({ answer: { slot: expects.slot, value } }, label);
        chosen.has(value) ? chosen.delete(value) : chosen.add(value);
        button.setAttribute('aria-pressed', chosen.has(value));
      };
      line.append(button);
    }
    if (expects.many) {
      const done = document.createElement('button');
      done.className = 'done';
      done.textContent = this.#t('choose');
      done.onclick = () => chosen.size && this.#send(
        { answer: { slot: expects.slot, value: [...chosen].join(',') } },
        expects.options.filter(o => chosen.has(o.value)).map(o => o.label).join(', '));
      line.append(done);
    }
    this.#find('.log').append(line);
    line.scrollIntoView({ block: 'end' });
  }

  #dropChoices() {
    this.shadowRoot.querySelectorAll('.choices').forEach(c => c.remove());
  }
}

customElements.define('kefu-chat', KefuChat);
