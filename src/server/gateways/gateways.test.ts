import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeliveryUnavailable } from './delivery.ts';
import { smtpMail } from './mail/smtp.ts';
import { httpSms } from './sms/http.ts';

describe('mail by SMTP', () => {
  const received: { to: string; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = address.startsWith('full') ? 452 : address.startsWith('nobody') ? 550 : 0;
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
    },
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', chunk => {
        raw += chunk;
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw });
        done();
      });
    },
  });
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  });
  afterAll(() => new Promise<void>(done => server.close(() => done())));

  const options = { from: '颐年 <no-reply@yinian.example>', domain: 'yinian.example', requireTls: false };
  const mail = { to: 'wang@example.com', subject: '您有一件事要办', text: '请在今天内确认上门时间。', messageId: 'm1' };

  it('arrives at a real server with its Chinese text and a fixed message id', async () => {
    const port = smtpMail({ ...options, url });
    expect(await port.send(mail)).toEqual({ state: 'sent', reference: '<m1@yinian.example>' });
    await port.close();
    expect(received[0]?.to).toBe('wang@example.com');
    expect(received[0]?.raw).toContain('Message-ID: <m1@yinian.example>');
    const text = received[0]?.raw.split('\r\n\r\n').slice(1).join('') ?? '';
    expect(Buffer.from(text, 'base64').toString()).toContain('确认上门时间');
  });
  it('tells a final refusal from trouble that passes, and names no address', async () => {
    const port = smtpMail({ ...options, url });
    expect(await port.send({ ...mail, to: 'nobody@example.com' })).toMatchObject({ state: 'refused' });
    expect(await port.send({ ...mail, to: 'a@b.c\r\nBcc: x@y.z' })).toMatchObject({ state: 'refused' });
    const full = port.send({ ...mail, to: 'full@example.com' });
    await expect(full).rejects.toThrow(DeliveryUnavailable);
    await expect(full).rejects.not.toThrow('full@');
    await port.close();
    const nobodyThere = smtpMail({ ...options, url: 'smtp://127.0.0.1:1' });
    await expect(nobodyThere.send(mail)).rejects.toThrow(DeliveryUnavailable);
  });
  it('demands TLS of a server that offers none', async () => {
    const port = smtpMail({ ...options, url, requireTls: true });
    await expect(port.send(mail)).rejects.toThrow(DeliveryUnavailable);
    await port.close();
  });
  it('without configuration says 未接通 and offers the manual way', async () => {
    const port = smtpMail({ ...options, url: undefined });
    expect(await port.send(mail)).toMatchObject({ state: 'not-connected', manual: expect.stringContaining('未接通') });
  });
});

describe('SMS by a vendor over HTTP', () => {
  let simulator: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const file = join(import.meta.dirname, '../../../simulators/sms/server.ts');
    simulator = spawn(process.execPath, [file], {
      env: { PORT: '0', SMS_SECRET: 's3' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: simulator.stdout! }), 'line');
    url = /http:\S+/.exec(line)![0];
  });
  afterAll(async () => {
    simulator.kill('SIGTERM');
    await once(simulator, 'exit');
  });
  const templates = new Map([['YN_ALARM', 'SMS_4711']]);
  const options = { account: 'yinian', secret: 's3', sign: '颐年', templates };
  const sms = { phone: '13800138001', template: 'YN_ALARM', parameters: { time: '明天 9:00' }, messageId: 'm1' };

  it('arrives once, however often it is sent', async () => {
    const port = httpSms({ ...options, url });
    expect(await port.send(sms)).toEqual({ state: 'sent', reference: 'SIM000001' });
    expect(await port.send(sms)).toEqual({ state: 'sent', reference: 'SIM000001' });
    const { messages } = (await (await fetch(`${url}/messages`)).json()) as { messages: object[] };
    expect(messages).toMatchObject([{ phone: '138****8001', template: 'SMS_4711', parameters: sms.parameters }]);
    const page = await (await fetch(`${url}/messages`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('收到 1 条');
  });
  it('sends no kind of message that the carrier has not approved', async () => {
    const port = httpSms({ ...options, url });
    expect(port.codeOf('YN_LETTER')).toBeUndefined();
    expect(await port.send({ ...sms, template: 'YN_LETTER' })).toMatchObject({
      state: 'not-connected',
      manual: expect.stringContaining('没有配置模板代码'),
    });
  });
  it('is turned away with a wrong signature', async () => {
    const port = httpSms({ ...options, url, secret: 'wrong' });
    await expect(port.send({ ...sms, messageId: 'm2' })).rejects.toThrow('签名不对');
  });
  it('tells a dead number from a busy line', async () => {
    const port = httpSms({ ...options, url });
    expect(await port.send({ ...sms, phone: '13800130000' })).toEqual({ state: 'refused', because: '空号' });
    expect(await port.send({ ...sms, phone: '123' })).toMatchObject({ state: 'refused' });
    await expect(port.send({ ...sms, phone: '13800139999' })).rejects.toThrow(DeliveryUnavailable);
    await expect(httpSms({ ...options, url: 'http://127.0.0.1:1' }).send(sms)).rejects.toThrow('连不上');
  });
  it('without configuration says 未接通 and offers the manual way', async () => {
    expect(await httpSms({ ...options, url: undefined }).send(sms)).toMatchObject({ state: 'not-connected' });
  });
});
