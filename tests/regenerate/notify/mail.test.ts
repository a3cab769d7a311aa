import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeOutside } from '../../../src/cli/outside.js';
import { runProgram } from '../../../src/cli/programs.js';
import type { NoticeChannel } from '../../../src/facts/regeneration-schema.js';
import { zoneFile } from '../../../src/facts/schema.js';
import { tellByMail } from '../../../src/regenerate/notify/mail.js';
import type { RunReport } from '../../../src/regenerate/notify/report.js';
import { memoryWorld } from '../../../src/world.js';
import { certificate, type MailServerForTests, mailServer, readMail } from './mail-server.js';

type MailChannel = Extract<NoticeChannel, { kind: 'mail' }>;

const zone = zoneFile.parse({
  name: { en: 'Lindenau Innovation Park', 'zh-CN': '林登瑙创新园区' },
  issuer: { en: 'Lindenau Agency', 'zh-CN': '林登瑙开发署' },
  template: 'x',
  languages: ['en', 'zh-CN'],
  summaries: [],
});

const files: Record<string, Uint8Array> = {
  '/out/park/briefing.en.pptx': Buffer.alloc(400_000, 'a deck '),
  '/out/park/summary.en.docx': Buffer.alloc(700_000, 'a summary '),
  '/out/park/charts/funds.en.png': Buffer.from('a picture'),
  '/out/park/manifest.json': Buffer.from('{}'),
};
const report: RunReport = {
  version: 1,
  zone: 'park',
  outcome: 'made',
  edition: { id: '2026-01-19.2', date: '2026-01-19', number: 2 },
  changes: [],
  findings: [],
  files: Object.entries(files).map(([path, content]) => ({
    name: path.slice('/out/park/'.length),
    path,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })),
};

let servers: MailServerForTests[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function office(options: Parameters<typeof mailServer>[0] = {}) {
  const server = await mailServer(options);
  servers.push(server);
  const world = memoryWorld(files, {
    now: new Date('2026-01-20T06:00:00Z'),
    environment: { MAIL_USER: 'office', MAIL_PASSWORD: 'right', WRONG: 'wrong' },
  });
  const send = (
    more: Partial<MailChannel> = {},
    { about = {}, ca }: { about?: Partial<RunReport>; ca?: string } = {},
  ) =>
    tellByMail(
      { world, outside: nodeOutside(runProgram, ca), root: '/', zone },
      {
        kind: 'mail',
        server: '127.0.0.1',
        port: server.port,
        from: 'briefings@example.org',
        to: ['director@example.org', 'press@example.org'],
        ...more,
      },
      { id: 'zb_0123', report: { ...report, ...about } },
    );
  return { server, send, world };
}

describe('a mail of a new edition', () => {
  it('goes to everybody, in the languages of the zone, with decks and summaries', async () => {
    const { server, send } = await office();
    expect(await send()).toEqual({ recipients: 2, attached: 2, left: 0 });
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      from: 'briefings@example.org',
      to: ['director@example.org', 'press@example.org'],
    });
    const { headers, parts } = readMail(mail?.raw as string);
    expect(headers).toMatchObject({
      from: 'Lindenau Agency <briefings@example.org>',
      to: 'director@example.org, press@example.org',
      subject:
        'Lindenau Innovation Park: new edition of 19 January 2026 (version 2) · 林登瑙创新园区：简报已更新（2026年1月19日第2版）',
      'message-id': '<zb_0123@example.org>',
      date: 'Tue, 20 Jan 2026 06:00:00 +0000',
      'auto-submitted': 'auto-generated',
    });
    const [text, deck, summary] = parts;
    expect(text?.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text?.content.toString('utf8').replaceAll('\r\n', '\n')).toBe(
      [
        'There is a new edition of the briefing “Lindenau Innovation Park”: 19 January 2026 (version 2).',
        '',
        'Attached:\n- briefing.en.pptx\n- summary.en.docx',
        '',
        '* * *',
        '',
        '“林登瑙创新园区”简报已生成新版：2026年1月19日第2版。',
        '',
        '附件：\n- briefing.en.pptx\n- summary.en.docx',
        '',
        '* * *',
        '',
        'Sent automatically by zonebrief.\n本邮件由zonebrief自动发送。',
        '',
      ].join('\n'),
    );
    expect(deck?.headers).toMatchObject({
      'content-type':
        'application/vnd.openxmlformats-officedocument.presentationml.presentation; name=briefing.en.pptx',
      'content-disposition': 'attachment; filename=briefing.en.pptx',
    });
    expect(deck?.content.equals(Buffer.from(files['/out/park/briefing.en.pptx'] as Uint8Array))).toBe(true);
    expect(summary?.content.length).toBe(700_000);
    expect(parts).toHaveLength(3);
  });

  it('names what is too large to go with it, and sends nothing under an edition that it is not of', async () => {
    const { server, send, world } = await office();
    expect(await send({ largest: 1, languages: ['en'] })).toMatchObject({ attached: 1, left: 1 });
    const text = readMail(server.mails[0]?.raw as string).parts[0]?.content.toString('utf8');
    expect(text).toContain('Attached:\r\n- briefing.en.pptx');
    expect(text).toContain('but in the output folder:\r\n- summary.en.docx');
    await world.write('/out/park/briefing.en.pptx', 'the deck of the next edition');
    expect(await send({ attach: ['decks', 'charts'] })).toMatchObject({ attached: 1, left: 0 });
    const { parts } = readMail(server.mails[1]?.raw as string);
    expect(parts[1]?.headers['content-disposition']).toBe('attachment; filename=funds.en.png');
  });
});

describe('a mail of a hold', () => {
  it('says which edition stays, and why, without files', async () => {
    const { server, send } = await office();
    const findings = [
      {
        code: 'facts/evidence',
        severity: 'error' as const,
        message: 'park.companies: 130 is not what "rund 120" states',
        at: { file: '/data/park/facts/park.yaml', line: 7, column: 19 },
      },
      { code: 'x/y', severity: 'warning' as const, message: 'a mere warning' },
    ];
    await send({ languages: ['zh-CN', 'en'] }, { about: { outcome: 'held', findings } });
    const { headers, parts } = readMail(server.mails[0]?.raw as string);
    expect(headers.subject).toBe(
      '林登瑙创新园区：新版简报暂缓发布 · Lindenau Innovation Park: new edition held back',
    );
    expect(parts).toHaveLength(1);
    const text = parts[0]?.content.toString('utf8') ?? '';
    expect(text).toContain('“林登瑙创新园区”简报新版未通过核查，暂缓发布。目前仍以2026年1月19日第2版为准。');
    expect(text).toContain(
      'is held back because a check failed. The edition of 19 January 2026 (version 2) remains in place.',
    );
    expect(text).toContain(
      'data/park/facts/park.yaml:7:19 error facts/evidence: park.companies: 130 is not what "rund 120" states',
    );
    expect(text).not.toContain('a mere warning');
    expect(text).not.toContain('/data/park');
  });
});

describe('a mail server', () => {
  it('is spoken to with TLS: from the first byte on port 465, and as soon as it can be on others', async () => {
    const { server, send } = await office();
    await send({ server: 'localhost', user: 'MAIL_USER', password: 'MAIL_PASSWORD' }, { ca: certificate });
    expect(server.mails[0]).toMatchObject({ secure: true, user: 'office' });
  });

  it('gets no word and no password where it has no TLS, or a certificate of somebody else', async () => {
    const plain = await office({ disabledCommands: ['STARTTLS'] });
    await expect(
      plain.send({ user: 'MAIL_USER', password: 'MAIL_PASSWORD' }, { ca: certificate }),
    ).rejects.toThrow(/did not take the mail: .*STARTTLS/);
    const foreign = await office();
    // Node's own authorities, in place of the one that signed it.
    await expect(foreign.send({}, { ca: '' })).rejects.toThrow(/did not take the mail: .*certificate/);
    expect([...plain.server.mails, ...foreign.server.mails]).toEqual([]);
  });

  it('that refuses a password, or has no answer, is a fault with its words and without the password', async () => {
    const { send } = await office();
    const refused = await send({ user: 'MAIL_USER', password: 'WRONG' }, { ca: certificate }).catch(
      (error: Error) => error,
    );
    expect((refused as Error).message).toMatch(/did not take the mail: .*Wrong user name or password/);
    expect(JSON.stringify(refused)).not.toContain('"wrong"');
    await expect(send({ user: 'MAIL_USER', password: 'NOT_THERE' })).rejects.toThrow('NOT_THERE is not set');
    const silent = await office({ onConnect: () => undefined });
    await expect(silent.send({ timeout: 1 })).rejects.toThrow(/did not take the mail/);
  });

  it('that takes it for some only is told about, and not sent it again', async () => {
    const { server, send } = await office({
      onRcptTo({ address }, _, done) {
        done(address.startsWith('press') ? Object.assign(new Error('gone'), { responseCode: 550 }) : null);
      },
    });
    await expect(send()).rejects.toMatchObject({
      message: expect.stringContaining('did not take the mail for press@example.org'),
      again: false,
    });
    expect(server.mails[0]?.to).toEqual(['director@example.org']);
  });
});
