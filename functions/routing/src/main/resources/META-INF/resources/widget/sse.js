// Server-sent events over fetch (WHATWG HTML, 9.2), so that a bearer token can be sent; resumes after the last id.

/**
 * Listens until the signal aborts. A lost connection is taken up again after a pause, from the last event seen.
 * @param {string} url
 * @param {() => string} bearer the token to send
 * @param {(event: {id: string, kind: string, data: any}) => void} receive
 * @param {AbortSignal} signal
 */
export async function listen(url, bearer, receive, signal, lastId = '') {
  let pause = 500;
  while (!signal.aborted) {
    try {
      const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${bearer()}` };
      if (lastId) headers['Last-Event-ID'] = lastId;
      const response = await fetch(url, { headers, signal });
      if ([401, 403, 404].includes(response.status)) return;
      if (!response.ok) throw new Error(response.statusText);
      pause = 500;
      for await (const event of events(response.body)) {
        if (event.id) lastId = event.id;
        if (event.data) receive({ ...event, data: JSON.parse(event.data) });
      }
    } catch (error) {
      if (signal.aborted) return;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, 8000);
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let kept = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    kept += value.replaceAll('\r\n', '\n');
    let end;
    while ((end = kept.indexOf('\n\n')) >= 0) {
      yield parse(kept.slice(0, end));
      kept = kept.slice(end + 2);
    }
  }
}

function parse(block) {
  const event = { id: '', kind: 'message', data: '' };
  for (const line of block.split('\n')) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === 'id') event.id = value;
    if (field === 'event') event.kind = value;
    if (field === 'data') event.data += value;
  }
  return event;
}
