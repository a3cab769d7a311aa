/** Layer 5. Telling people by mail, the files of a new edition attached. */
import type { NoticeChannel } from '../../facts/regeneration-schema.js';
import { type Around, type Delivered, type Notice, secretOf, Undelivered } from './delivery.js';
import { mailText } from './mail-text.js';
import { type ReportedFile, type RunReport, sha256 } from './report.js';

type MailChannel = Extract<NoticeChannel, { kind: 'mail' }>;

const kinds = {
  decks: /^[^/]+\.pptx$/,
  summaries: /^[^/]+\.docx$/,
  pdfs: /^[^/]+\.pdf$/,
  charts: /^charts\/[^/]+\.png$/,
} as const satisfies Record<NonNullable<MailChannel['attach']>[number], RegExp>;

/** @throws {Undelivered} when the server does not take it for everybody */
export async function tellByMail(around: Around, channel: MailChannel, notice: Notice): Promise<Delivered> {
  const { world, outside, zone, root } = around;
  const { server: host, port = 465, timeout: seconds = 60 } = channel;
  const { report } = notice;
  const { attachments, left } = await attachmentsOf(around, channel, report);
  const { subject, text } = mailText(report, {
    zone,
    root,
    languages: channel.languages ?? zone.languages,
    attached: attachments.map(({ name }) => name),
    left,
  });
  const credentials =
    channel.user === undefined || channel.password === undefined
      ? {}
      : { user: secretOf(world, channel.user), password: secretOf(world, channel.password) };
  let refused: readonly string[];
  try {
    refused = await outside.mail(
      { host, port, seconds, ...credentials },
      {
        // The sender's domain keeps it from meeting the ids of anybody else.
        id: `${notice.id}@${channel.from.slice(channel.from.lastIndexOf('@') + 1)}`,
        date: world.now(),
        from: { name: zone.issuer[zone.languages[0] as string] ?? '', address: channel.from },
        to: channel.to,
        subject,
        text,
        attachments,
      },
    );
  } catch (error) {
    throw new Undelivered(
      `${host}:${port} did not take the mail: ${(error as Error).message}`,
      'Check server, port and credentials; the mail is sent again at the next run.',
    );
  }
  // The others have it: to send it again would send it to them again.
  if (refused.length > 0)
    throw new Undelivered(
      `${host}:${port} did not take the mail for ${refused.join(', ')}`,
      'Check these addresses; the other recipients have the mail.',
      false,
    );
  return { recipients: channel.to.length, attached: attachments.length, left: left.length };
}

/**
 * The files of the edition that the report is about, decks first, as many as fit. One that is another file by now (a
 * newer edition was made before this notice could be delivered) is not sent under the old edition's name.
 */
async function attachmentsOf(
  { world }: Around,
  { attach = ['decks', 'summaries'], largest = 10 }: MailChannel,
  { outcome, files }: RunReport,
): Promise<{ attachments: { name: string; content: Uint8Array }[]; left: string[] }> {
  const attachments: { name: string; content: Uint8Array }[] = [];
  const left: string[] = [];
  if (outcome !== 'made' && outcome !== 'rebuilt') return { attachments, left };
  const wanted: ReportedFile[] = attach.flatMap((kind) => files.filter(({ name }) => kinds[kind].test(name)));
  let room = largest * 1_000_000;
  for (const file of wanted) {
    const content = await world.readBytes(file.path).catch(() => undefined);
    if (!content || sha256(content) !== file.sha256) continue;
    if (content.length > room) left.push(file.name);
    else {
      room -= content.length;
      attachments.push({ name: file.name.replace(/^charts\//, ''), content });
    }
  }
  return { attachments, left };
}
