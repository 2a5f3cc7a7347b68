package kefu.routing.handoff;

import java.util.Map;

/** The words that a summary is made of, in one language. */
record SummaryWords(
        String wants,
        String customer,
        String unknown,
        String order,
        String product,
        String mood,
        String tried,
        String asked,
        String customerSaid,
        String kefuSaid,
        Map<String, String> emotions,
        Map<String, String> statuses) {
    private static final SummaryWords ENGLISH = new SummaryWords(
            "Wants",
            "Customer",
            "not identified",
            "Order",
            "Product",
            "Mood",
            "Tried",
            "Waiting for",
            "Customer",
            "Kefu",
            Map.of("neutral", "calm"),
            Map.of());
    private static final SummaryWords CHINESE = new SummaryWords(
            "诉求",
            "客户",
            "未确认身份",
            "订单",
            "商品",
            "情绪",
            "已尝试",
            "等待客户提供",
            "客户",
            "客服",
            Map.of(
                    "neutral", "平静",
                    "joy", "高兴",
                    "anger", "生气",
                    "sadness", "难过",
                    "anxiety", "焦虑",
                    "disappointment", "失望",
                    "urgency", "着急"),
            Map.of("done", "已完成", "refused", "被拒绝", "failed", "失败", "previewed", "已预览"));

    static SummaryWords of(String language) {
        return language.equals("zh") ? CHINESE : ENGLISH;
    }

    String emotion(String label) {
        return emotions.getOrDefault(label, label);
    }

    String status(String status) {
        return statuses.getOrDefault(status, status);
    }
}
