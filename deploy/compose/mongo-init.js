// Run by mongosh on the first member's own machine. Says nothing but faults.
const { MONGO_ADMIN_PASSWORD, MONGO_APP_PASSWORD, MONGO_DATABASE } = process.env;
if (!MONGO_ADMIN_PASSWORD || !MONGO_APP_PASSWORD || !MONGO_DATABASE) throw new Error('env/mongo.env is not complete.');

const admin = connect('mongodb://127.0.0.1:27017/admin?directConnection=true');

const isThere = () => {
  try {
    return admin.auth('admin', MONGO_ADMIN_PASSWORD).ok === 1;
  } catch {
    return false;
  }
};

if (!isThere()) {
  try {
    admin.adminCommand({
      replSetInitiate: {
        _id: 'rs0',
        members: [
          // Preferred, so that it is the primary when the users are made.
          { _id: 0, host: 'mongo-1:27017', priority: 2 },
          { _id: 1, host: 'mongo-2:27017' },
          { _id: 2, host: 'mongo-3:27017' },
        ],
      },
    });
  } catch (error) {
    if (error.codeName !== 'AlreadyInitialized') throw error;
  }
  for (let tries = 0; !admin.hello().isWritablePrimary; tries += 1) {
    if (tries > 120) throw new Error('No primary after two minutes.');
    sleep(1000);
  }
  admin.createUser({ user: 'admin', pwd: MONGO_ADMIN_PASSWORD, roles: ['root'] });
  admin.auth('admin', MONGO_ADMIN_PASSWORD);
}

const own = admin.getSiblingDB(MONGO_DATABASE);
if (admin.hello().isWritablePrimary && own.getUser('app') === null)
  own.createUser({ user: 'app', pwd: MONGO_APP_PASSWORD, roles: [{ role: 'readWrite', db: MONGO_DATABASE }] });
