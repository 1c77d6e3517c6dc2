import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number({ error: '端口要写成数字' }).int().min(0).max(65535);

const Environment = z.object({
  PORT: port.default(8080),
  HOST: z.string().default('127.0.0.1'),
  MQTT_PORT: port.default(1883),
  YINIAN_DATA: z.string().default('./var'),
  YINIAN_KEYS: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  /** The same database past a transaction pooler: migrations, and the queue, which waits on LISTEN and holds locks. */
  DATABASE_DIRECT_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('yinian@localhost'),
  SMS_URL: z.string().optional(),
  SMS_SECRET: z.string().optional(),
  SMS_SIGN: z.string().min(2).max(20).default('颐年'),
  /** Our name=the carrier's code, joined by commas: 运营商只发报备过的模板. */
  SMS_TEMPLATES: z
    .string()
    .regex(/^YN_[A-Z]+=[\w.-]+(,YN_[A-Z]+=[\w.-]+)*$/, {
      error: '请写成 YN_ALARM=SMS_4711,YN_LETTER=SMS_4712 的样子，名称见系统设置',
    })
    .optional(),
  BANK_URL: z.string().optional(),
  BANK_SECRET: z.string().optional(),
  EXCHANGE_URL: z.string().optional(),
  EXCHANGE_SECRET: z.string().optional(),
  YINIAN_MODE: z.enum(['demo', 'production'], { error: '只能写 demo（演示）或 production（正式）' }).default('demo'),
  YINIAN_DEMO: z.enum(['small', 'streets'], { error: '只能写 small 或 streets' }).default('streets'),
  /** Addresses of the proxies whose X-Forwarded-For is believed; everybody else could write anything there. */
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?(,[0-9a-fA-F.:]+(\/\d{1,3})?)*$/, {
      error: '请写代理的地址，多个用逗号隔开，如 127.0.0.1,10.0.0.0/8',
    })
    .optional(),
  METRICS_TOKEN: z.string().min(16, { error: '至少 16 个字符' }).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export type Config = ReturnType<typeof readConfig>;

/** The only reader of process.env. Throws one Chinese sentence naming the variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env) {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`环境变量 ${String(issue?.path[0])} 不对：${issue?.message}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.YINIAN_DATA);
  return { ...env, dataDir, keysDir: resolve(env.YINIAN_KEYS ?? `${dataDir}-keys`) };
}
