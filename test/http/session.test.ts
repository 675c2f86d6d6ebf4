import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect } from 'chai';
import { createSessions } from '../../src/http/session.ts';

const HOUR = 3_600_000;
const who: Parameters<ReturnType<typeof createSessions>['open']>[1] = {
  room: 'room-a',
  person: 'p',
  role: 'participant',
  language: 'da',
  returnUrl: '',
};

/** The one thing a session does to a response is to set a cookie. */
function responseTo() {
  const cookies: string[] = [];
  return {
    cookies,
    res: {
      req: { headers: {} },
      appendHeader: (_name: string, value: string) => cookies.push(value),
    } as unknown as ServerResponse,
  };
}
function requestWith(cookie: string) {
  return { headers: { cookie } } as unknown as IncomingMessage;
}

describe('sessions', () => {
  const key = randomBytes(32);
  let now = Date.UTC(2026, 10, 21, 12);
  const sessions = createSessions(key, { clock: () => now, toolUrl: 'https://lti.example' });
  const launch = () => {
    const { cookies, res } = responseTo();
    const viewer = sessions.open(res, who);
    return { viewer, header: cookies[0]!, cookie: cookies[0]!.split(';')[0]! };
  };
  const read = (cookie: string, room = who.room) => sessions.read(requestWith(cookie), responseTo().res, room);

  beforeEach(() => (now = Date.UTC(2026, 10, 21, 12)));

  it('give back the viewer they were opened for', () => {
    const { viewer, cookie } = launch();
    expect(read(cookie)).to.deep.equal(viewer);
  });

  it('live in a cookie for this room alone, which a frame may keep and no script can read', () => {
    expect(launch().header).to.match(
      /^__Secure-rum=.*; Path=\/rum\/room-a; HttpOnly; Secure; Partitioned; SameSite=None$/,
    );
  });

  it('are new at each launch', () => {
    const [first, second] = [launch().viewer, launch().viewer];
    expect(first.session).not.to.equal(second.session);
    // A form in another tab, opened before this launch, must still be taken.
    expect(first.csrf).to.equal(second.csrf);
  });

  it('give every person, and every room of a person, a form secret of its own', () => {
    const others = [
      { ...who, room: 'room-b' },
      { ...who, person: 'q' },
    ];
    const secrets = [who, ...others].map((one) => sessions.open(responseTo().res, one).csrf);
    expect(new Set(secrets).size).to.equal(3);
  });

  it('give a new form secret to those that begin after the sessions were ended', () => {
    const before = launch().viewer;
    const { csrf, since } = sessions.open(responseTo().res, { ...who, from: before.since });
    expect(csrf).not.to.equal(before.csrf);
    // Whatever the clock says, it is younger than those that were ended.
    expect(since).to.be.greaterThan(before.since);
  });

  it('fit into a cookie that browsers keep, whatever return address the platform sends', () => {
    for (const length of [0, 500, 2000, 2300, 3000, 4096]) {
      const returnUrl = `https://lms.example/${'x'.repeat(length)}`;
      const { cookies, res } = responseTo();
      const viewer = sessions.open(res, { ...who, room: 'r'.repeat(22), person: 'p'.repeat(22), returnUrl });
      expect(cookies[0]!.length, String(length)).to.be.lessThan(4096);
      if (length < 2300) expect(viewer.returnUrl.length).to.equal(returnUrl.length);
      if (length > 2700) expect(viewer.returnUrl).to.equal('');
    }
  });

  it('are told from a cookie of the same name that a neighbouring site has set', () => {
    const { cookie } = launch();
    expect(read(`__Secure-rum=anything; ${cookie}`)?.person).to.equal('p');
    expect(read(`rum=${cookie.split('=')[1]}`)).to.equal(undefined);
    const { cookies, res } = responseTo();
    sessions.open(res, { ...who, person: 'a neighbour' });
    const other = cookies[0]!.split(';')[0]!;
    for (const both of [`${cookie}; ${other}`, `${other}; ${cookie}`]) expect(read(both)).to.equal(undefined);
  });

  it('open no other room', () => {
    expect(read(launch().cookie, 'room-b')).to.equal(undefined);
  });

  it('are refused when altered, signed by another key or missing', () => {
    const { cookie } = launch();
    const flipped = cookie.slice(0, -2) + (cookie.endsWith('AA') ? 'BB' : 'AA');
    const foreign = createSessions(randomBytes(32), { clock: () => now, toolUrl: 'https://lti.example' });
    const { cookies, res } = responseTo();
    foreign.open(res, who);
    for (const wrong of [flipped, cookies[0]!.split(';')[0]!, '__Secure-rum=', '__Secure-rum=a.b.c', ''])
      expect(read(wrong)).to.equal(undefined);
  });

  it('end when they have not been used for four hours', () => {
    const { cookie } = launch();
    now += 4 * HOUR + 1000;
    expect(read(cookie)).to.equal(undefined);
  });

  it('are renewed while in use, but end twelve hours after the launch', () => {
    let { cookie } = launch();
    for (let hours = 3; hours < 12; hours += 3) {
      now += 3 * HOUR;
      const { cookies, res } = responseTo();
      expect(sessions.read(requestWith(cookie), res, who.room), `after ${hours} hours`).not.to.equal(undefined);
      cookie = cookies[0]!.split(';')[0]!;
    }
    now += 3 * HOUR + 1000;
    expect(read(cookie)).to.equal(undefined);
  });

  describe('for one activity alone', () => {
    const begin = (one: typeof who) => {
      const { cookies, res } = responseTo();
      sessions.open(res, one);
      return { header: cookies[0]!, cookie: cookies[0]!.split(';')[0]! };
    };
    const limited = { ...who, only: 'spoergeskema-3-maaneder' };

    it('live in a cookie of their own, which no frame is given', () => {
      expect(begin(limited).header).to.match(/^__Secure-svar=.*; Path=\/rum\/room-a; HttpOnly; Secure; SameSite=Lax$/);
      expect(read(begin(limited).cookie)?.only).to.equal(limited.only);
    });

    it('cannot be passed off as a whole one, nor the other way round', () => {
      expect(read(begin(limited).cookie.replace('svar=', 'rum='))).to.equal(undefined);
      expect(read(launch().cookie.replace('rum=', 'svar='))).to.equal(undefined);
    });

    it('give way to the same person’s whole one, and to another person’s only where that came later', () => {
      const [whole, own] = [launch().cookie, begin(limited).cookie];
      expect(read(`${whole}; ${own}`)?.only).to.equal(undefined);
      now += HOUR;
      const other = begin({ ...limited, person: 'q' }).cookie;
      expect(read(`${whole}; ${other}`)?.person).to.equal('q');
      now += HOUR;
      expect(read(`${launch().cookie}; ${other}`)?.person).to.equal('p');
    });
  });
});
