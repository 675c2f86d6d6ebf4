import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { isStaffElsewhere } from '../../src/domain/receivedRoles.ts';
import { type CourseRole, roleOf, shortRoles } from '../../src/lti/launch/roles.ts';

const context = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';
const lti = 'http://purl.imsglobal.org/vocab/lti/system/person';

describe('roles', () => {
  const table: [roles: string[], role: CourseRole][] = [
    [[`${context}#Learner`], 'participant'],
    [[`${context}#Instructor`], 'instructor'],
    [['Learner'], 'participant'],
    [['Instructor'], 'instructor'],
    [['instructor'], 'instructor'],
    [[`${context}#Learner`, `${context}#Instructor`], 'instructor'],
    [[`${context}/Instructor#TeachingAssistant`], 'instructor'],
    [[`${context}#TeachingAssistant`], 'instructor'],
    [['TeachingAssistant'], 'instructor'],
    [['urn:lti:role:ims/lis/Instructor'], 'instructor'],
    [['urn:lti:role:ims/lis/Instructor/TeachingAssistant'], 'instructor'],
    [['urn:lti:role:ims/lis/Learner'], 'participant'],
    [['urn:lti:instrole:ims/lis/Instructor'], 'participant'],
    [['urn:lti:sysrole:ims/lis/SysAdmin'], 'participant'],
    [[`${context}/Instructor#PrimaryInstructor`], 'instructor'],
    [[`${context}/Instructor#GuestInstructor`], 'participant'],
    [[`${context}/Instructor#Grader`], 'participant'],
    [[`${context}#Instructor`, `${context}/Instructor#Grader`], 'instructor'],
    [[`${context}#Administrator`], 'administrator'],
    [['Administrator'], 'administrator'],
    [[`${context}/Administrator#SystemAdministrator`], 'administrator'],
    [[`${context}/Administrator#ExternalSupport`], 'builder'],
    [[`${context}/Administrator#Support`], 'builder'],
    [[`${context}#ContentDeveloper`], 'builder'],
    [[`${context}/ContentDeveloper#ExternalContentExpert`], 'builder'],
    [[`${context}#Manager`], 'builder'],
    [[`${context}/Manager#Observer`], 'builder'],
    [[`${context}#ContentDeveloper`, `${context}#Administrator`], 'administrator'],
    [[`${context}#Instructor`, `${institution}#Administrator`, `${system}#Administrator`], 'instructor'],
    [[`${context}#Mentor`], 'observer'],
    [[`${context}/Mentor#Observer`], 'observer'],
    [[`${context}#Mentor`, `${context}#Learner`], 'participant'],
    [[`${context}#Mentor`, `${context}#Instructor`], 'instructor'],
    [[`${context}#Learner`, `${institution}#Instructor`], 'participant'],
    [[`${institution}#Instructor`], 'participant'],
    [[`${institution}#Administrator`], 'participant'],
    [[`${system}#Administrator`], 'participant'],
    [[`${context}#Learner`, `${lti}#TestUser`], 'tester'],
    [[`${lti}#TestUser`], 'tester'],
    [[`${context}#Instructor`, `${lti}#TestUser`], 'instructor'],
    [[`${system}#SysAdmin`, `${system}#TestUser`], 'participant'],
    [['https://evil.example/membership#Instructor'], 'participant'],
    [['http://example.org/custom#Boss'], 'participant'],
    [[''], 'participant'],
    [[], 'participant'],
  ];
  for (const [roles, role] of table)
    it(`${roles.join(' + ') || 'none'}: ${role}`, () => expect(roleOf(roles)).to.equal(role));

  it('are as the guide for administrators says', () => {
    const inTool: Record<string, CourseRole> = {
      instructor: 'instructor',
      administrator: 'administrator',
      'course builder': 'builder',
      'not let in': 'observer',
      'test participant': 'tester',
      participant: 'participant',
    };
    const guide = readFileSync(join(import.meta.dirname, '..', '..', 'lti-config', 'README.md'), 'utf8');
    const [, table = ''] = /## Who is what[^|]*\|[^\n]*\n\|[-|]*\n((?:\|.*\n)*)/.exec(guide) ?? [];
    const said = table
      .trim()
      .split('\n')
      .flatMap((row) => {
        const [, names = '', role = ''] = row.split('|').map((cell) => cell.trim());
        return [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, role: inTool[role] }));
      });
    expect(said).to.have.length.above(10);
    expect(said.map(({ name }) => ({ name, role: roleOf([name]) }))).to.deep.equal(said);
  });

  it('are shown by the end of their addresses, few and short', () => {
    expect(shortRoles([`${context}#Learner`, ` ${institution}#Administrator`, 'urn:x'])).to.deep.equal([
      'membership#Learner',
      'institution/person#Administrator',
      'urn:x',
    ]);
    expect(shortRoles(Array.from({ length: 200 }, () => 'x'.repeat(500)))).to.deep.equal(
      Array.from({ length: 20 }, () => 'x'.repeat(100)),
    );
  });

  it('tell of someone who is staff elsewhere', () => {
    for (const role of [
      'institution/person#Administrator',
      'institution/person#Instructor',
      'institution/person#Faculty',
    ])
      expect(isStaffElsewhere(['membership#Learner', role])).to.equal(true);
    for (const role of ['membership#Learner', 'institution/person#Student', 'system/person#User'])
      expect(isStaffElsewhere([role])).to.equal(false);
  });
});
