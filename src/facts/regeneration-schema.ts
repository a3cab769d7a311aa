/**
 * Layer 1. What zone.yaml says of its regeneration: when it is built again, and who is told. Secrets stand there by the
 * name of an environment variable only.
 */
import * as z from 'zod';

const expression = z
  .string()
  .max(200)
  .describe(
    'Five fields as in crontab, minute hour day month weekday: "0 6 * * 1-5" is 06:00 from Monday to Friday',
  );

export const schedule = z
  .strictObject({
    cron: z
      .union([expression, z.array(expression).min(1).max(20)])
      .describe('When to build: a cron expression, or a list of them'),
    timeZone: z
      .string()
      .max(60)
      .describe('IANA name of the time zone that cron goes by: Asia/Shanghai, Europe/Berlin, UTC'),
    jitter: z
      .int()
      .min(0)
      .max(3600)
      .optional()
      .describe(
        'Seconds by which a run may be later, so that many zones do not all begin at once; default 0',
      ),
  })
  .describe('When `zonebrief schedule` builds the zone again');

/** What can be told: a new edition, one that is held back, its files made anew, a run that could not do its work. */
export const noticeOutcomes = ['made', 'rebuilt', 'held', 'failed'] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

const variable = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]{0,99}$/)
  .describe(
    'Name of the environment variable that holds it, such as BRIEFING_SECRET; never the secret itself',
  );

const when = z
  .array(z.enum(noticeOutcomes))
  .min(1)
  .optional()
  .describe(
    'made: a new edition; held: one held back; failed: no run possible; rebuilt: same edition, new files. Default: made, held, failed',
  );

const seconds = (most: number, otherwise: number) =>
  z.int().min(1).max(most).optional().describe(`Seconds to wait at most; default ${otherwise}`);

const address = z.email().max(254).describe('A mail address: office@example.org');

export const noticeChannel = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    run: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(50)
      .describe(
        'Program and its words, without shell: [node, tools/tell.mjs]; the report is its standard input',
      ),
    timeout: seconds(600, 60),
    when,
  }),
  z.strictObject({
    kind: z.literal('webhook'),
    url: z
      .string()
      .max(2000)
      .regex(/^(https:\/\/[^\s/@]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)([/?][^\s]*)?$/)
      .describe('An address that begins with https:// (user names and passwords do not belong into it)'),
    secret: variable,
    timeout: seconds(120, 15),
    retries: z.int().min(0).max(10).optional().describe('How often it is tried again; default 4'),
    when,
  }),
  z.strictObject({
    kind: z.literal('mail'),
    server: z
      .string()
      .max(253)
      .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$|^::1$/)
      .describe('Name of the SMTP server: smtp.example.org'),
    port: z
      .int()
      .min(1)
      .max(65535)
      .optional()
      .describe(
        '465 (default): TLS from the first byte; other ports, such as 587: STARTTLS, which must be there',
      ),
    from: address,
    to: z.array(address).min(1).max(50),
    user: variable.optional(),
    password: variable.optional(),
    languages: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('Languages of the mail, each after the other; default: those of the zone'),
    attach: z
      .array(z.enum(['decks', 'summaries', 'pdfs', 'charts']))
      .optional()
      .describe('What is attached to the mail of a new edition; default: decks and summaries'),
    largest: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .describe(
        'Megabytes of attachments together; files beyond are named in the mail and not attached; default 10',
      ),
    timeout: seconds(600, 60),
    when,
  }),
]);

export const notify = z
  .array(noticeChannel)
  .min(1)
  .max(20)
  .describe('Who is told when an edition is made or held back: by `zonebrief schedule` and `build --notify`');

export type Schedule = z.infer<typeof schedule>;
export type NoticeChannel = z.infer<typeof noticeChannel>;
