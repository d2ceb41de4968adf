// The store logs every migration and every request it serves.
process.env.LOG_LEVEL ??= "error"
