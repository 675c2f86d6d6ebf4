import { expect } from 'chai';
import type { Role } from '../../src/domain/viewer.ts';
import { roleOf } from '../../src/lti/launch/roles.ts';

const context = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

describe('roles', () => {
  const table: [roles: string[], role: Role][] = [
    [[`${context}#Learner`], 'participant'],
    [[`${context}#Instructor`], 'instructor'],
    [['Learner'], 'participant'],
    [['Instructor'], 'instructor'],
    [[`${context}#Learner`, `${context}#Instructor`], 'instructor'],
    [[`${context}/Instructor#TeachingAssistant`], 'instructor'],
    [[`${context}/Instructor#PrimaryInstructor`], 'instructor'],
    [[`${context}/Instructor#GuestInstructor`], 'participant'],
    [[`${context}/Instructor#Grader`], 'participant'],
    [[`${context}#Instructor`, `${context}/Instructor#Grader`], 'instructor'],
    [[`${context}#Administrator`], 'administrator'],
    [['Administrator'], 'administrator'],
    [[`${context}#ContentDeveloper`], 'administrator'],
    [[`${context}#Manager`], 'administrator'],
    [[`${context}#Instructor`, `${institution}#Administrator`, `${system}#Administrator`], 'instructor'],
    [[`${context}#Mentor`], 'participant'],
    [[`${context}#Learner`, `${institution}#Instructor`], 'participant'],
    [[`${institution}#Instructor`], 'participant'],
    [[`${institution}#Administrator`], 'participant'],
    [[`${system}#Administrator`], 'participant'],
    [[`${system}#SysAdmin`, `${system}#TestUser`], 'participant'],
    [['urn:lti:role:ims/lis/Instructor'], 'participant'],
    [['https://evil.example/membership#Instructor'], 'participant'],
    [['instructor'], 'participant'],
    [['http://example.org/custom#Boss'], 'participant'],
    [[''], 'participant'],
    [[], 'participant'],
  ];
  for (const [roles, role] of table)
    it(`${roles.join(' + ') || 'none'}: ${role}`, () => expect(roleOf(roles)).to.equal(role));
});
