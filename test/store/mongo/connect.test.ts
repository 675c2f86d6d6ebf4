import { expect } from 'chai';
import {
  MongoClient,
  MongoNetworkError,
  MongoServerError,
  MongoWriteConcernError,
  type MongoClientOptions,
} from 'mongodb';
import { CannotOpenStore, StoreUnavailable } from '../../../src/store/errors.ts';
import { fromDriver } from '../../../src/store/mongo/asking.ts';
import { checkPromises, optionsFor } from '../../../src/store/mongo/connect.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { freePort } from '../../support/ports.ts';
import { rejection } from '../support/rejection.ts';

/** What the driver makes of an address with our options; nothing is connected. */
function settingsFor(databaseUrl: string) {
  const client = new MongoClient(databaseUrl, plainOptions(databaseUrl));
  return client.options;
}

function plainOptions(databaseUrl: string): MongoClientOptions {
  const {
    bufferCommands: _buffer,
    autoIndex: _index,
    autoCreate: _create,
    dbName: _name,
    ...rest
  } = optionsFor(databaseUrl);
  return rest;
}

describe('the connection to MongoDB', () => {
  it('keeps the promises of the store whatever the address says', () => {
    const weak = 'mongodb://h/db?w=1&readPreference=secondary&readConcernLevel=local';
    expect(() => checkPromises(settingsFor(weak))).not.to.throw();
  });

  it('refuses an address that weakens them all the same', () => {
    expect(() => checkPromises(settingsFor('mongodb://h/db?journal=false'))).to.throw(CannotOpenStore, 'DATABASE_URL');
  });

  it('takes the time limits of the address where it has some', () => {
    expect(settingsFor('mongodb://a:1,b:2/db?serverSelectionTimeoutMS=1500')).to.include({
      serverSelectionTimeoutMS: 1500,
      socketTimeoutMS: 20_000,
    });
    expect(settingsFor('mongodb://h/db')).to.include({ serverSelectionTimeoutMS: 10_000 });
  });

  it('names a database where the address names none', () => {
    for (const url of ['mongodb://h', 'mongodb://h/', 'mongodb://a:1,b:2/?replicaSet=r', 'mongodb+srv://h'])
      expect(optionsFor(url).dbName, url).to.equal('taettere_paa_job');
    for (const url of ['mongodb://h/own', 'mongodb://u:p@a:1,b:2/own?replicaSet=r'])
      expect(optionsFor(url), url).not.to.have.property('dbName');
  });

  it('says which server does not answer, and nothing of the password', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    const databaseUrl = `mongodb://someone:hemmeligt@${host}/db?serverSelectionTimeoutMS=300`;
    const error = await rejection(openStore({ databaseUrl, dataKeys: [] }));
    expect(error).to.be.instanceOf(CannotOpenStore);
    expect(error.message).to.contain('DATABASE_URL').and.to.contain(host).and.not.to.contain('hemmeligt');
  });

  for (const databaseUrl of ['mongodb://', 'mongodb://u:hemmeligt@', 'mongodb://u:hemm%ligt@h/db', 'mongodb://h:x/db'])
    it(`refuses the address ${databaseUrl} without its password`, async () => {
      const error = await rejection(openStore({ databaseUrl, dataKeys: [] }));
      expect(error).to.be.instanceOf(CannotOpenStore);
      expect(error.message).to.contain('DATABASE_URL').and.not.to.match(/hemm/);
    });
});

describe('errors of the driver', () => {
  const unconfirmed = {
    'a connection lost': new MongoNetworkError('connection 1 to 10.0.0.1:27017 closed'),
    'a majority that did not confirm in time': new MongoWriteConcernError({
      writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
      ok: 1,
    }),
    'a socket closed beneath the driver': Object.assign(new Error('This socket has been ended by 10.0.0.1'), {
      code: 'EPIPE',
    }),
    'a full disk': new MongoServerError({ message: 'no space', code: 14_031 }),
  };
  for (const [name, error] of Object.entries(unconfirmed))
    it(`leave it open whether there was a write: ${name}`, () => {
      const thrown = fromDriver(error);
      expect(thrown).to.be.instanceOf(StoreUnavailable).and.to.include({ written: 'unknown', cause: error });
      expect(String(thrown)).not.to.contain(error.message);
    });

  it('leave a fault of ours as it is', () => {
    const fault = new TypeError('ours');
    expect(fromDriver(fault)).to.equal(fault);
  });
});
