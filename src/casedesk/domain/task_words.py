"""Words that begin something to do, and so are nobody's name ("Talk to Ms Ferris")."""

from __future__ import annotations

TASK_WORDS = frozenset((
    "accept", "access", "account", "add", "address", "advise", "agree", "aim", "appeal",
    "application", "apply", "appointment", "arrange", "ask", "assess", "attend", "avoid", "be",
    "begin", "book", "borrow", "bring", "bus", "buy", "call", "cancel", "carry", "change",
    "chase", "check", "claim", "clear", "collect", "come", "commit", "complain", "complete",
    "confirm", "contact", "continue", "cook", "copy", "deal", "decide", "deliver", "discuss",
    "do", "draw", "drive", "drop", "email", "encourage", "enrol", "escalate", "expect", "explain",
    "feed", "fill", "find", "finish", "fit", "fix", "follow", "forward", "get", "give", "go",
    "hand", "have", "hear", "help", "hold", "hope", "identify", "inform", "introduce",
    "invitation", "invite", "join", "keep", "lead", "learn", "leave", "lend", "letter", "lift",
    "link", "list", "listen", "look", "mail", "make", "measure", "meet", "meeting", "mention",
    "message", "mind", "move", "need", "note", "notify", "offer", "order", "organise", "pack",
    "park", "pass", "pay", "phone", "pick", "plan", "point", "post", "practise", "prepare",
    "present", "print", "prompt", "put", "query", "raise", "read", "refer", "referral",
    "remember", "remind", "rent", "repair", "reply", "report", "request", "research", "respond",
    "return", "review", "ride", "ring", "run", "save", "say", "see", "send", "set", "share",
    "show", "sign", "sort", "speak", "start", "stay", "stop", "submit", "suggest", "support",
    "take", "talk", "taxi", "tell", "text", "thank", "think", "ticket", "tidy", "train",
    "transfer", "travel", "trip", "try", "turn", "update", "use", "view", "visit", "wait", "walk",
    "want", "warn", "wash", "watch", "welcome", "work", "write",
))  # fmt: skip
