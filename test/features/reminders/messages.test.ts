import { expect } from 'chai';
import { lixOf } from '../../../src/content/checks/lix.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { codeMessage, reminderMessage } from '../../../src/features/reminders/sending/messages.ts';
import { texts } from '../../../src/text/texts.ts';

const languages = ['da', 'en'] as const;
const channels = ['email', 'sms'] as const;
const stopUrl = 'https://lti.example.dk/stop/AAAAAAAAAAAAAAAAAAAAAA';
const answerUrl = 'https://lti.example.dk/svar/AAAAAAAAAAAAAAAAAAAAAA';
const begins = Date.parse('2026-12-03T09:00Z');

const all = languages.flatMap((language) =>
  channels.flatMap((channel) => [
    ...(['preparation', 'webinar', 'plan', 'survey'] as const).map((kind) => ({
      language,
      channel,
      message: reminderMessage({ kind, begins }, { channel, language, stopUrl, answerUrl: '', ref: '' }),
    })),
    {
      language,
      channel,
      message: reminderMessage({ kind: 'survey', begins }, { channel, language, stopUrl, answerUrl, ref: '' }),
    },
    { language, channel, message: codeMessage('012345', { channel, language }) },
  ]),
);

/** What a stranger could learn something from. */
const forbidden =
  /stress|angst|anxiety|depress|mental|psyk|psych|syg|sick|\bill\b|helbred|health|behandl|treat|terapi|therapy|job|arbejd|\bwork\b|ledig|unemploy|kommune|municipal|kursus|course|instruktør|instructor|handleplan|tættere/i;

describe('every message that goes out', () => {
  it('does not say what it is about', async () => {
    const { da } = await shippedCourse();
    for (const { message } of all) {
      const whole = `${message.subject}\n${message.text}`.replaceAll(stopUrl, '').replaceAll(answerUrl, '');
      expect(whole).not.to.match(forbidden);
      expect(whole.toLowerCase()).not.to.include(da.title.toLowerCase());
    }
    for (const language of languages) {
      const { week: _room, ...events } = texts[language].reminders.calendar.events;
      expect(Object.values(events).join(' ')).not.to.match(forbidden);
    }
  });

  it('carries its stop link, and the time of the webinar in Denmark', () => {
    for (const { message, language } of all.filter((one) => one.message.stopUrl !== '')) {
      expect(message.text).to.include(stopUrl);
      if (message.subject === texts[language].reminders.messages.webinar.subject)
        expect(message.text).to.match(/10[.:]00/);
    }
  });

  it('fits two short messages of a phone, in letters that need no wider alphabet', () => {
    // GSM 03.38's letters that our sentences could hold.
    const gsm = /^[\n A-Za-z0-9æøåÆØÅéü.,:;?!'"/()_-]*$/;
    for (const { message } of all.filter(({ channel }) => channel === 'sms')) {
      expect(message.text).to.match(gsm);
      expect(message.text.length).to.be.at.most(160);
    }
  });

  it('is easy to read', () => {
    for (const { message, language } of all.filter(({ channel }) => channel === 'email')) {
      if (language === 'da')
        expect(lixOf([message.text.replaceAll(stopUrl, '').replaceAll(answerUrl, '')]).lix).to.be.at.most(30);
    }
  });
});

describe('the sentences of the page of reminders', () => {
  const sentences = (node: unknown): string[] => {
    if (typeof node === 'string') return [node];
    if (node === null || typeof node !== 'object') return [];
    return Object.values(node).flatMap(sentences);
  };
  it('are easy to read on the whole, and each one short', () => {
    const all = sentences(texts.da.reminders).filter((text) => text.length > 0);
    expect(lixOf(all).lix).to.be.at.most(30);
    for (const text of all)
      for (const part of text.split(/[.?!:]/)) expect(part.trim().split(' ').length, part).to.be.at.most(17);
  });
});
