/** Server-sent events by fetch, for an EventSource sends no bearer token. Resumes from the last id it saw. */
export function follow(path, token, { onMessage, onState, onRefused }) {
  const ended = new AbortController();
  run();
  return () => ended.abort();

  async function run() {
    let last = null;
    let pause = 500;
    while (!ended.signal.aborted) {
      onState('connecting');
      try {
        const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
        if (last) headers['Last-Event-ID'] = last;
        const response = await fetch(path, { headers, signal: ended.signal, cache: 'no-store' });
        if (response.status === 401 || response.status === 403) return onRefused();
        if (!response.ok) throw new Error(`status ${response.status}`);
        onState('live');
        pause = 500;
        await read(response.body, event => { last = event.id ?? last; onMessage(JSON.parse(event.data)); });
      } catch (failure) {
        if (ended.signal.aborted) return;
      }
      onState('lost');
      await new Promise(resolve => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, 8000);
    }
  }
}

async function read(body, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    blocks.map(parse).filter(event => event.data).forEach(onEvent);
  }
}

function parse(block) {
  const event = { data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = line.match(/^(\w+): ?(.*)$/) ?? [];
    if (field === 'data') event.data += value;
    else if (field) event[field] = value;
  }
  return event;
}
