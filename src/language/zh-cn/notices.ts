/** Mails about editions, in Chinese. */
import type { NoticeWords } from '../notice-words.js';

/** 2026年1月19日版; an edition that is not the first of its date ends in 版 anyway. */
const named = (edition: string): string => (edition.endsWith('版') ? edition : `${edition}版`);

export const notices: NoticeWords = {
  subject: {
    made: (zone, edition) => `${zone}：简报已更新（${named(edition)}）`,
    rebuilt: (zone, edition) => `${zone}：${named(edition)}文件已更新`,
    held: (zone) => `${zone}：新版简报暂缓发布`,
    failed: (zone) => `${zone}：简报生成失败`,
  },
  made: (zone, edition) => `“${zone}”简报已生成新版：${named(edition)}。`,
  rebuilt: (zone, edition) => `“${zone}”简报的文件已更新，版本仍为${named(edition)}。`,
  held: (zone) => `“${zone}”简报新版未通过核查，暂缓发布。`,
  failed: (zone) => `“${zone}”简报未能生成。`,
  stays: (edition) => `目前仍以${named(edition)}为准。`,
  noneYet: '此前尚无其他版本。',
  more: (number) => `另有${number}项`,
  attached: '附件：',
  notAttached: '下列文件因体积较大未随信附上，请到输出文件夹中查看：',
  findings: '核查结果',
  automatic: '本邮件由zonebrief自动发送。',
};
