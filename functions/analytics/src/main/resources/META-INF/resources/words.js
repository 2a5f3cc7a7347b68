/** What the page says, in both languages. A name that is not here is shown as it is. */
const EN = {
  title: 'Insights', skip: 'Skip to the numbers', windowLabel: 'Window', w5m: '5 minutes', w1h: '1 hour', w1d: '1 day',
  signIn: 'Who are you?', signInHelp: 'Insights are for analysts. Paste a bearer token with the role analyst or admin; it stays in this tab.',
  token: 'Token', open: 'Open', refused: 'This token does not open the insights.',
  live: 'Live', connecting: 'Connecting…', lost: 'Connection lost, trying again…',
  numbers: 'Numbers', series: 'Course', metric: 'Metric', alerts: 'Alerts', noAlerts: 'Nothing needs attention.', intentDrift: 'Drift of what customers want', expected: 'expected',
  satisfaction: 'Satisfaction', intents: 'What customers want', emotions: 'How they feel', languages: 'Languages',
  handoffs: 'Hand-offs', operations: 'Operations', orders: 'Orders', recommendations: 'Recommendations',
  improvements: 'What to improve next', improvementsHelp: 'The dearest first, over the last day. What was out of scope counts with the intent it came nearest to.',
  none: 'Nothing yet in this window.', turns: 'Turns', conversations: 'Conversations', automationRate: 'Automation',
  handoffShare: 'Handed to a person', outOfScopeShare: 'Out of scope', degradedShare: 'Degraded', refusedShare: 'Operations refused',
  latencyP50: 'Latency p50', latencyP95: 'Latency p95', latencyP99: 'Latency p99', feedbackMean: 'Mean rating', clickRate: 'Click rate',
  purchaseRate: 'Purchase rate', events: 'Events', requested: 'Requested', claimed: 'Claimed', resolved: 'Resolved', returned: 'Returned to Kefu',
  waiting: 'Waiting now', secondsToClaimP50: 'Until claimed, p50', secondsToClaimP95: 'Until claimed, p95',
  shown: 'Shown', clicked: 'Clicked', carted: 'In the cart', purchased: 'Purchased', ratings: 'Ratings', name: 'Name', previewed: 'Previewed',
  done: 'Done', refusedCount: 'Refused', failed: 'Failed', intent: 'Intent', cost: 'Cost', pending: 'Pending', processed: 'Processed', shipped: 'Shipped', delivered: 'Delivered', cancelled: 'Cancelled',
  return_requested: 'Return requested', exchange_requested: 'Exchange requested', pending_items_modified: 'Items changed',
  outOfScope: 'Out of scope', clarified: 'Asked back',
  handedOff: 'Handed off', lowRated: 'Low ratings', examples: 'What they said', counted: 'counted', duplicates: 'duplicates', late: 'late',
  unreadable: 'unreadable', updated: 'As of', warning: 'Warning', critical: 'Critical', stars: 'stars', to: 'to', noValue: 'no value',
  neutral: 'Neutral', joy: 'Joy', anger: 'Anger', sadness: 'Sadness', anxiety: 'Anxiety', disappointment: 'Disappointment', urgency: 'Urgency',
  'zh-Hans': 'Chinese, simplified', 'zh-Hant': 'Chinese, traditional', en: 'English', mixed: 'Mixed', other: 'Other', unknown: 'Unknown',
};
const ZH = {
  title: '洞察', skip: '跳到数据', windowLabel: '时间窗口', w5m: '5 分钟', w1h: '1 小时', w1d: '1 天',
  signIn: '请登录', signInHelp: '洞察面向分析人员。请粘贴带有 analyst 或 admin 角色的令牌；它只保存在本标签页。',
  token: '令牌', open: '打开', refused: '此令牌无权查看洞察。',
  live: '实时', connecting: '连接中…', lost: '连接中断，正在重试…',
  numbers: '关键数据', series: '走势', metric: '指标', alerts: '告警', noAlerts: '一切正常。', intentDrift: '诉求漂移', expected: '预期',
  satisfaction: '满意度', intents: '客户诉求', emotions: '客户情绪', languages: '语言',
  handoffs: '转人工', operations: '业务操作', orders: '订单', recommendations: '推荐',
  improvements: '下一步改进', improvementsHelp: '近一天，按代价从高到低。超出范围的话计入最接近的意图。',
  none: '此窗口内暂无数据。', turns: '对话轮次', conversations: '会话', automationRate: '自动解决率',
  handoffShare: '转人工比例', outOfScopeShare: '超出范围', degradedShare: '降级比例', refusedShare: '操作被拒',
  latencyP50: '延迟 p50', latencyP95: '延迟 p95', latencyP99: '延迟 p99', feedbackMean: '平均评分', clickRate: '点击率',
  purchaseRate: '购买率', events: '事件', requested: '已请求', claimed: '已接入', resolved: '已解决', returned: '已交还机器人',
  waiting: '正在等待', secondsToClaimP50: '接入用时 p50', secondsToClaimP95: '接入用时 p95',
  shown: '展示', clicked: '点击', carted: '加购', purchased: '购买', ratings: '评分', name: '名称', previewed: '预览',
  done: '完成', refusedCount: '被拒', failed: '失败', intent: '意图', cost: '代价', pending: '待处理', processed: '已处理', shipped: '已发货', delivered: '已送达', cancelled: '已取消',
  return_requested: '申请退货', exchange_requested: '申请换货', pending_items_modified: '已改商品',
  outOfScope: '超出范围', clarified: '追问',
  handedOff: '转人工', lowRated: '低分', examples: '客户原话', counted: '已计', duplicates: '重复', late: '迟到',
  unreadable: '无法读取', updated: '截至', warning: '警告', critical: '严重', stars: '星', to: '至', noValue: '无数据',
  neutral: '平静', joy: '高兴', anger: '愤怒', sadness: '难过', anxiety: '焦虑', disappointment: '失望', urgency: '着急',
  'zh-Hans': '简体中文', 'zh-Hant': '繁体中文', en: '英文', mixed: '混合', other: '其他', unknown: '未知',
  'order.status': '订单状态', 'order.cancel': '取消订单', 'order.urge': '催单', 'order.change_items': '改商品', 'order.change_address': '改地址',
  'delivery.delay': '配送延误', 'delivery.missing': '未收到货', 'delivery.options': '配送方式', 'return.request': '退货', 'return.policy': '退货政策',
  'exchange.request': '换货', 'refund.status': '退款进度', 'refund.policy': '退款政策', 'invoice.request': '发票', 'price.protection': '价保',
  'product.info': '商品信息', 'product.quality': '商品质量', 'product.price': '价格', 'product.recommend': '求推荐', 'promotion.info': '优惠活动',
  'payment.problem': '支付问题', 'human.request': '找人工', complaint: '投诉', praise: '表扬', greeting: '问候', thanks: '感谢', goodbye: '告别', oos: '超出范围',
};
const KEY = 'kefu.language';
let language = localStorage.getItem(KEY) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const word = name => (language === 'zh' ? ZH : EN)[name] ?? EN[name] ?? name;
export const locale = () => (language === 'zh' ? 'zh-CN' : 'en');
export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem(KEY, language);
}
/** Says everything that stands in the page in the language of now. */
export function say(root) {
  document.documentElement.lang = locale();
  root.querySelectorAll('[data-text]').forEach(node => { node.textContent = word(node.dataset.text); });
  root.querySelectorAll('[data-label]').forEach(node => node.setAttribute('aria-label', word(node.dataset.label)));
  const other = root.querySelector('#language');
  other.textContent = language === 'zh' ? 'English' : '中文';
  other.lang = language === 'zh' ? 'en' : 'zh';
}
