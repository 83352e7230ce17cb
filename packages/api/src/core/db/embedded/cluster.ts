import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readText } from '../../files.ts'
import { Refusal } from '../../refusal.ts'
import { findBinaries, MAJOR } from './binaries.ts'
import { isGone, isPostmasterOf, signal } from '../../process.ts'
import { freePort, serverOf, type Server } from './server.ts'
import { findUser, type RunAs } from './user.ts'

/** Settings for throw-away databases of tests: a crash of the machine may cost the data, and everything is faster. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
]

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'password_encryption=scram-sha-256',
  'timezone=UTC',
  'log_timezone=UTC',
  // Statements are short; compiling them costs more than it saves.
  'jit=off',
]

/** One PostgreSQL data directory (`DATA_DIR/postgres`), and how to make it, start it and stop it. */
export class Cluster {
  readonly #home: string
  readonly #path: string
  readonly #log: string
  readonly #user: RunAs | undefined
  readonly #binaries: string
  readonly #fast: boolean

  constructor(dataDir: string, fast: boolean) {
    this.#home = dataDir
    this.#path = join(dataDir, 'postgres')
    this.#log = join(dataDir, 'postgres.log')
    this.#fast = fast
    this.#user = findUser(this.#path)
    this.#binaries = findBinaries(this.#user)
  }

  /** Refuses a directory that this PostgreSQL cannot use. Changes nothing. */
  check(): 'missing' | 'usable' {
    const found = statSync(this.#path, { throwIfNoEntry: false })
    if (!found) return 'missing'
    const mine = this.#user?.uid ?? process.getuid?.()
    if (mine !== undefined && found.uid !== mine)
      throw new Refusal(
        `${this.#path} belongs to another user (uid ${found.uid}): start Accord as that user, or set DATA_DIR to another directory.`,
      )
    if (process.platform !== 'win32' && found.mode & 0o077)
      throw new Refusal(
        `${this.#path} is open to other users of this machine: check it, then run: chmod 700 '${this.#path}'`,
      )
    const version = readText(join(this.#path, 'PG_VERSION'))?.trim()
    if (version === undefined)
      throw new Refusal(
        `${this.#path} is not a PostgreSQL data directory: move it away, or set DATA_DIR to another directory.`,
      )
    if (version !== MAJOR)
      throw new Refusal(
        `${this.#path} was made by PostgreSQL ${version}, this Accord brings ${MAJOR}: export it with the Accord that made it, or set DATA_DIR to another directory. Nothing was changed.`,
      )
    return 'usable'
  }

  /** Makes a new data directory with one superuser, `postgres`. An interrupted run leaves nothing that counts. */
  async create(password: string): Promise<void> {
    const draft = `${this.#path}.new`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    const passwordFile = join(this.#home, `.password-${randomBytes(6).toString('hex')}`)
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (this.#user) for (const path of [draft, passwordFile]) chownSync(path, this.#user.uid, this.#user.gid)
    const fds = [openSync(draft, 'r'), openSync(passwordFile, 'r')]
    try {
      const options = [
        '-U',
        'postgres',
        '-E',
        'UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ]
      const child = this.#spawn(
        'initdb',
        [
          '-D',
          this.#seen(draft, 3),
          `--pwfile=${this.#seen(passwordFile, 4)}`,
          '-A',
          'scram-sha-256',
          ...options,
          ...(this.#fast ? ['--no-sync'] : []),
        ],
        fds,
      )
      const code = await new Promise((resolve) => child.once('close', resolve))
      if (code !== 0) throw new Refusal(`PostgreSQL could not make its data directory: ${this.#lastWords()}`)
      renameSync(draft, this.#path)
    } finally {
      for (const fd of fds) closeSync(fd)
      rmSync(passwordFile, { force: true })
    }
  }

  /** Starts the server on a free port of the loopback address, after ending one that a killed parent left behind. */
  async start(): Promise<Server> {
    await this.#endLeftover()
    if (existsSync(this.#log)) renameSync(this.#log, `${this.#log}.1`)
    const deadline = Date.now() + 60_000
    for (;;) {
      const port = await freePort()
      const directory = openSync(this.#path, 'r')
      const settings = [...SETTINGS, `port=${port}`, ...(this.#fast ? FAST : [])].flatMap((setting) => ['-c', setting])
      const child = this.#spawn('postgres', ['-D', this.#seen(this.#path, 3), ...settings], [directory])
      closeSync(directory)
      if (await this.#becomesReady(child, deadline)) return serverOf(child, port)
      const words = this.#lastWords()
      // Somebody took the port meanwhile, or the backends of a killed server are still on their way out.
      if (Date.now() > deadline || !/Address already in use|is still in use/.test(words))
        throw new Refusal(`PostgreSQL does not start: ${words} (see ${this.#log})`)
      await sleep(200)
    }
  }

  async #endLeftover(): Promise<void> {
    const file = join(this.#path, 'postmaster.pid')
    const [first, ...rest] = readText(file)?.split('\n') ?? []
    const pid = Number(first)
    if (!(pid > 0)) return
    if (isPostmasterOf(pid, realpathSync(this.#path))) {
      signal(pid, 'SIGINT')
      if (!(await isGone(pid, 10_000))) signal(pid, 'SIGQUIT')
      if (!(await isGone(pid, 5_000)))
        throw new Refusal(
          `The PostgreSQL server of an earlier start (process ${pid}) does not end: end it, then start again.`,
        )
    }
    // A server that was killed leaves its file. PostgreSQL would take any process of that number for the server: a
    // stranger, or a dead one that nobody has collected. With our own number it still makes sure, by the shared memory
    // that the file names, that nobody uses the data.
    if (existsSync(file)) writeFileSync(file, [process.pid, ...rest].join('\n'))
  }

  async #becomesReady(child: ChildProcess, deadline: number): Promise<boolean> {
    const file = join(this.#path, 'postmaster.pid')
    while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const lines = readText(file)?.split('\n') ?? []
      if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true
      if (Date.now() > deadline) child.kill('SIGQUIT')
      await sleep(15)
    }
    return false
  }

  /**
   * As root, PostgreSQL's user may not pass the directories above; an open directory, handed down, it may use.
   * The name in /proc leads there without walking the path.
   */
  #seen(path: string, fd: number): string {
    return this.#user ? `/proc/self/fd/${fd}` : path
  }

  #spawn(program: string, args: string[], fds: number[]): ChildProcess {
    const log = openSync(this.#log, 'a', 0o600)
    try {
      const child = spawn(join(this.#binaries, program), args, {
        ...this.#user,
        cwd: '/',
        // A session of its own: Ctrl-C in the terminal is for the program, which stops the database last.
        detached: true,
        stdio: ['ignore', log, log, ...fds],
        env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
      })
      child.once('error', (error) => appendFileSync(this.#log, `error: ${error.message}\n`))
      return child
    } finally {
      closeSync(log)
    }
  }

  #lastWords(): string {
    const lines = readText(this.#log)?.trim().split('\n') ?? []
    const telling = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'no message'
    return telling.replace(/^.*?(FATAL|PANIC|error): +/, '')
  }
}
