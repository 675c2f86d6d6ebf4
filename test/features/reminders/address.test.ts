import { expect } from 'chai';
import { parseAddress } from '../../../src/features/reminders/address.ts';

describe('an address for reminders', () => {
  const numbers: [string, string | undefined][] = [
    ['20123456', '+4520123456'],
    ['20 12 34 56', '+4520123456'],
    ['+45 20 12 34 56', '+4520123456'],
    ['0045 20123456', '+4520123456'],
    ['45 20 12 34 56', '+4520123456'],
    ['+46 70 123 45 67', '+46701234567'],
    ['+49 (151) 234-56789', '+4915123456789'],
    ['\u202a+45 20 12 34 56\u202c', '+4520123456'],
    ['+45 20\u201112\u201134\u201156', '+4520123456'],
    ['20 12 34 56\u200b', '+4520123456'],
    ['20\u00a012\u202f34\u200956', '+4520123456'],
    ['20–12–34–56', '+4520123456'],
    ['20−12−34−56', '+4520123456'],
    ['20/12/34/56', '+4520123456'],
    ['20·12·34·56', '+4520123456'],
    ['tel:+4520123456', '+4520123456'],
    ['+46 (0)70 123 45 67', '+46701234567'],
    ['Tlf. 20 12 34 56', '+4520123456'],
    ['Mobil: +45 20123456', '+4520123456'],
    ['20123456,', '+4520123456'],
    ['２０１２３４５６', '+4520123456'],
    ['(0)20123456', undefined],
    ['Mobil 20123456 og 20123457', undefined],
    ['112', undefined],
    ['12345678', undefined],
    ['+45 2012345', undefined],
    ['+45 201234567', undefined],
    ['+1', undefined],
    ['+1234567890123456', undefined],
    ['20123456\r\nX: y', undefined],
    ['20123456,20123457', undefined],
    ['٢٠١٢٣٤٥٦', undefined],
    ['', undefined],
  ];
  for (const [written, number] of numbers) {
    it(`takes the number ${JSON.stringify(written)} as ${number ?? 'none'}`, () =>
      expect(parseAddress('sms', written)).to.equal(number));
  }

  const long = `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(4)}dk`;
  const emails: [string, string | undefined][] = [
    ['sara@example.dk', 'sara@example.dk'],
    ['  sara.holm+kursus@mail.example.dk ', 'sara.holm+kursus@mail.example.dk'],
    ['sara', undefined],
    ['sara@localhost', undefined],
    ['sara@example.dk\r\nBcc: bo@example.dk', undefined],
    ['Sara <sara@example.dk>', 'sara@example.dk'],
    ['"Holm, Sara" <sara@example.dk>;', 'sara@example.dk'],
    ['<sara@example.dk>', 'sara@example.dk'],
    ['mailto:sara@example.dk', 'sara@example.dk'],
    ['MAILTO:sara@example.dk?subject=Hej', 'sara@example.dk'],
    ['sara@example.dk\u200b', 'sara@example.dk'],
    ['\u2068sara@exam\u00adple.dk\u2069', 'sara@example.dk'],
    ['sara@example.dk.', 'sara@example.dk'],
    ['sara@rødgrød.dk', 'sara@xn--rdgrd-vuad.dk'],
    ['sara@RÅ.dk', 'sara@xn--r-2fa.dk'],
    ['sara@ra\u030a.dk', 'sara@xn--r-2fa.dk'],
    ['sara＠example.dk', 'sara@example.dk'],
    ['sør@example.dk', undefined],
    ['sara@rød grød.dk', undefined],
    ['Sara <sara@example.dk> <bo@example.dk>', undefined],
    ['Sara\r\nBcc: <bo@example.dk>', undefined],
    ['Sara <sara@example.dk\r\nBcc: bo@example.dk>', undefined],
    ['bo@example.dk <>', undefined],
    ['sara@example.dk,bo@example.dk', undefined],
    [long, undefined],
    ['', undefined],
  ];
  for (const [written, address] of emails) {
    it(`takes the e-mail ${JSON.stringify(written.slice(0, 40))} as ${address ?? 'none'}`, () =>
      expect(parseAddress('email', written)).to.equal(address));
  }
});
