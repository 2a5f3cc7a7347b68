// How the widget looks and what it says. A page themes it by --kefu-accent.
export const TEXTS = {
  en: { open: 'Chat with us', title: 'Customer service', close: 'Close', write: 'Write a message', send: 'Send', failed: 'That did not work.', sources: 'Based on:', choose: 'OK', joined: 'A colleague has joined.', returned: 'The assistant is back.', resolved: 'Your colleague has closed this request.' },
  zh: { open: '联系客服', title: '客服', close: '关闭', write: '输入消息', send: '发送', failed: '没有成功。', sources: '依据：', choose: '确定', joined: '人工客服已接入。', returned: '已转回智能客服。', resolved: '人工客服已结束本次服务。' },
};

export const STYLE = `
  :host { position: fixed; right: 1rem; bottom: 1rem; z-index: 10; color-scheme: light dark;
    --accent: var(--kefu-accent, light-dark(#b4412b, #ff8f73)); --card: light-dark(#fff, #1d212a);
    --ink: light-dark(#1d2330, #e8eaf0); --line: light-dark(#e4e1d9, #313744); --soft: light-dark(#5b6475, #a4adbd);
    font: 15px/1.5 "Inter", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", system-ui, sans-serif; color: var(--ink); }
  [hidden] { display: none !important; }
  button { font: inherit; cursor: pointer; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); color: inherit; padding: .35rem .9rem; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .open, .send, .done { background: var(--accent); border-color: var(--accent); color: var(--card); }
  .open { padding: .7rem 1.3rem; box-shadow: 0 4px 20px rgb(0 0 0 / .25); }
  .panel { display: flex; flex-direction: column; width: min(25rem, calc(100vw - 2rem)); height: min(38rem, calc(100vh - 2rem));
    background: var(--card); border: 1px solid var(--line); border-radius: 1rem; overflow: hidden; box-shadow: 0 10px 40px rgb(0 0 0 / .25); }
  header { display: flex; justify-content: space-between; align-items: center; padding: .6rem 1rem; border-bottom: 1px solid var(--line); }
  .log { flex: 1; overflow-y: auto; margin: 0; padding: 1rem; list-style: none; display: flex; flex-direction: column; gap: .6rem; }
  .log p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  .log > li > p:first-child { padding: .5rem .8rem; border-radius: .9rem; width: fit-content; max-width: 85%; }
  .bot > p:first-child, .agent > p:first-child { background: light-dark(#f1efe9, #2a2f3b); }
  .agent > p:first-child { border-left: 3px solid var(--accent); }
  .customer > p:first-child { margin-left: auto; background: var(--accent); color: var(--card); }
  .notice { text-align: center; color: var(--soft); font-size: .85em; }
  .notice > p:first-child { margin: auto; }
  .waiting { opacity: .5; }
  .sources { margin-top: .3rem !important; color: var(--soft); font-size: .8em; }
  .products { display: grid; gap: .4rem; margin: .5rem 0 0; padding: 0; list-style: none; }
  .products li { border: 1px solid var(--line); border-radius: .7rem; padding: .4rem .7rem; }
  .products a { color: var(--accent); display: block; }
  .products small { color: var(--soft); }
  .choices { display: flex; flex-wrap: wrap; gap: .4rem; }
  .choices button { text-align: left; }
  .choices button[aria-pressed=true] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  form { display: flex; gap: .5rem; padding: .7rem; border-top: 1px solid var(--line); }
  input { flex: 1; min-width: 0; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 2rem; padding: .45rem .9rem; }
`;
