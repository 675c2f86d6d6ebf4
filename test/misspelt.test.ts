import { expect } from 'chai';
import { misspelt, readConfig, settingNames } from '../src/config.ts';

/** What other programs, shells, images and clusters put into the environment of a server. */
const foreign = `
ALLOWED_HOSTS APP_ENV APP_URL AWS_REGION BASE_URL BASH_ENV CI COLORTERM COLUMNS COMPOSE_PROJECT_NAME CONTAINER CREDENTIALS_DIRECTORY
CPU_LIMIT CURL_CA_BUNDLE DBUS_SESSION_BUS_ADDRESS DB_URL DEBUG DEBIAN_FRONTEND DISPLAY DOCKER_HOST EDITOR ENV FORCE_COLOR FTP_URL GPG_TTY
GATEWAY_INTERFACE GIT_AUTHOR_NAME HISTFILE HOME HOSTNAME HOSTTYPE HTTPS_PROXY HTTP_HOST HTTP_PROXY INVOCATION_ID JOURNAL_STREAM
KUBERNETES_PORT KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT LANG LANGUAGE LC_ALL LD_LIBRARY_PATH LESS LISTEN_FDS LISTEN_PID LOGNAME
LOGS_DIRECTORY LOG_FILE LOG_FORMAT LS_COLORS MACHTYPE MAIL MAILCHECK MAILTO MAINPID MANPATH MEMORY_LIMIT METRICS_PORT MONGO_URL MONGODB_URI
MYSQL_HOST NAME NODE_EXTRA_CA_CERTS NODE_OPTIONS NODE_PATH NODE_VERSION NOTIFY_SOCKET NO_COLOR NO_PROXY NVM_DIR OLDPWD OPENSSL_CONF
OSTYPE PAGER PATH PGDATA PGHOST PGPORT PIDFILE PNPM_HOME POD_IP POD_NAME POSTGRES_URL PROXY_HOST PS1 PWD REDIS_URL REMOTE_ADDR ROOT_URL
RUNTIME_DIRECTORY SECRET_KEY SENTRY_DSN SERVER_NAME SERVER_PORT SHELL SHLVL SITE_URL SSH_AUTH_SOCK SSH_CLIENT SSH_CONNECTION SSL_CERT_FILE
STATE_DIRECTORY SUDO_USER SYSTEMD_EXEC_PID TEMP TERM TERM_PROGRAM TMPDIR TMUX TOKEN TZ UMASK USER USERNAME VIRTUAL_ENV VISUAL WATCHDOG_USEC
WEB_HOST WINDOWID XAUTHORITY XDG_CONFIG_DIRS XDG_DATA_DIRS XDG_DATA_HOME XDG_RUNTIME_DIR XDG_SESSION_ID YARN_VERSION _
http_proxy https_proxy no_proxy npm_config_cache npm_config_loglevel npm_config_registry npm_execpath npm_lifecycle_event npm_node_execpath
npm_package_json npm_package_name npm_package_version`
  .trim()
  .split(/\s+/);

describe('a misspelt setting', () => {
  const meant = (name: string): string | undefined =>
    /^(\S+) is not a setting of this program; (\S+) is\.$/.exec(misspelt({ [name]: 'x' })[0] ?? '')?.[2];

  for (const [name, ours] of [
    ['SANBOX', 'SANDBOX'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['log_level', 'LOG_LEVEL'],
    ['Port', 'PORT'],
    ['NODE_EVN', 'NODE_ENV'],
    ['TOOLURL', 'TOOL_URL'],
    ['TOL_SECRET', 'TOOL_SECRET'],
    ['DATBASE_URL', 'DATABASE_URL'],
    ['REGISTERATION', 'REGISTRATION'],
    ['RETENSION_MONTHS', 'RETENTION_MONTHS'],
    ['ALOW_PRIVATE_PLATFROMS', 'ALLOW_PRIVATE_PLATFORMS'],
    ['SMTPURL', 'SMTP_URL'],
    ['COMPLETE_PERCENT', 'COMPLETED_PERCENT'],
  ] as const)
    it(`is ${name}, which means ${ours}`, () => {
      expect(meant(name)).to.equal(ours);
    });

  it('is none of those that belong to others, nor a right one', () => {
    expect(misspelt(Object.fromEntries([...foreign, ...settingNames].map((name) => [name, 'x'])))).to.deep.equal([]);
  });

  it('is told without its value, which may be a secret', () => {
    expect(misspelt({ TOOLSECRET: 'hemmelig' }).join())
      .to.include('TOOLSECRET')
      .and.not.to.include('hemmelig');
    expect(() => readConfig({ TOOL_SECRTE: 'hemmelig' })).to.throw(
      'TOOL_SECRTE is not a setting of this program; TOOL_SECRET is',
    );
  });
});
