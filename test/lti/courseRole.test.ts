import { expect } from 'chai';
import { load } from 'cheerio';
import { claim } from '../../src/sandbox/vocabulary.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { attempt, expectRefused, having } from './support/attempt.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';

describe('what the course says that someone is', () => {
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => {
    both = await startAppAndPlatform();
  });
  after(() => both.close());

  /** The room's front page for a launch with these roles. */
  const frontPage = async (person: string, ...roles: string[]) => {
    both.platform.misbehave.claims = having({ [claim.roles]: roles });
    try {
      const { client, page } = await both.platform.launch({ person, activity: 'Min uge' });
      const home = page.url.replace(/(\/rum\/[^/]+\/).*$/, '$1');
      return { client, home, page: await client.get(home) };
    } finally {
      both.platform.misbehave.claims = undefined;
    }
  };
  const line = (html: string) => load(html)('.course-role').text().trim();

  it('is told to an instructor', async () => {
    const { page } = await frontPage(people.instructor, `${membership}#Instructor`);
    expect(line(page.html)).to.equal('Kursusrummet siger, at du er instruktør her.');
  });

  it('is told to an administrator in plain words, with the roles that came; those of the course room are behind a press', async () => {
    const unknown = `${membership}/Administrator#Caretaker`;
    const all = [`${membership}#Administrator`, `${institution}#Staff`, 'urn:lti:sysrole:ims/lis/SysAdmin', unknown];
    const { page } = await frontPage(people.administrator, ...all);
    expect(line(page.html))
      .to.include('administrator her')
      .and.include(
        'administrator på kurset, ansat i organisationen, administrator i hele kursussystemet, Caretaker på kurset',
      )
      .and.not.include('#');
    expect(load(page.html)('main details code').text()).to.include(
      'membership#Administrator, institution/person#Staff',
    );
  });

  it('is told to a participant who is staff elsewhere, and to no other', async () => {
    const teacher = await frontPage(people.mette, `${institution}#Instructor`);
    expect(headingOf(teacher.page)).to.equal('Min uge');
    expect(line(teacher.page.html)).to.include('du er deltager her').and.include('rollen som lærer');
    expect(line((await frontPage(people.mette, `${membership}#Learner`)).page.html)).to.equal('');
  });

  it('lets a mentor in nowhere, and says why', async () => {
    const answer = await attempt(both, { claims: having({ [claim.roles]: [`${membership}#Mentor`] }) });
    expectRefused(answer, 'observer');
    expect(answer.html).to.include('Her er kun plads til holdet');
  });

  it('lets one who builds the course see how it runs, and help or read no one', async () => {
    const { client, home, page } = await frontPage(people.administrator, `${membership}#ContentDeveloper`);
    expect(headingOf(page)).to.equal('Rummets drift');
    expect(load(page.html)('a[href$="/personer"]').length).to.equal(0);
    for (const path of ['personer', 'hold', 'webinar', 'evaluering', 'mine-data'])
      expect((await client.get(home + path)).status, path).to.equal(404);
  });

  it('counts the LMS’s own test student nowhere', async () => {
    const test = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
    const tester = await frontPage(people.jens, `${membership}#Learner`, test);
    expect(headingOf(tester.page)).to.equal('Min uge');
    expect((await tester.client.get(`${tester.home}aktivitet/modul-1-forberedelse/trin/1`)).status).to.equal(200);
    const { client, home } = await frontPage(people.instructor, `${membership}#Instructor`);
    const answers = await client.get(`${home}aktivitet/modul-1-forberedelse`);
    expect(load(answers.html)('main').text()).not.to.include('Jens Aagaard');
  });
});
