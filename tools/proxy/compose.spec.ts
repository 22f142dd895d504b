import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Service {
  profiles?: string[];
  image?: string;
  environment?: Record<string, string>;
  deploy?: { replicas: number };
  depends_on?: object;
  ports?: string[];
  volumes?: string[];
}
const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  services: Record<string, Service>;
  volumes: object;
};
const proxy = readFileSync('ops/nginx/leadlog.conf', 'utf8');

describe('the compose profile scale', () => {
  const scaled = Object.entries(services).filter(([, { profiles }]) => profiles?.includes('scale'));

  it('is PostgreSQL, three replicas and a proxy, and nothing without being asked for', () => {
    expect(scaled.map(([name]) => name).sort()).toEqual(['postgres', 'proxy', 'replica']);
    expect(services['replica']?.deploy?.replicas).toBe(3);
    expect(services['replica']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(services['leadlog']?.profiles).toBeUndefined();
  });

  it('has the replicas on the database beside them, with the same keys', () => {
    const { hostname, username } = new URL(services['replica']!.environment!['DATABASE_URL']!);
    expect(services[hostname]?.image).toMatch(/^postgres:1[5-8]$/);
    expect(username).toBe(services[hostname]?.environment?.['POSTGRES_USER']);
    expect(services['replica']?.volumes).toEqual(['keys:/leadlog/data']);
  });

  it('names volumes and files that are there', () => {
    for (const { volumes: mounted = [] } of Object.values(services))
      for (const [source = ''] of mounted.map((volume) => volume.split(':')))
        expect(source.startsWith('.') ? existsSync(source) : source in volumes).toBe(true);
  });

  it('publishes the proxy alone, on this machine alone, at the port that it listens at', () => {
    const published = scaled.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
    expect(published).toEqual([['proxy', '127.0.0.1:8080:8080']]);
    expect(proxy).toContain('listen 8080;');
  });

  it('sends each request to the replica with the fewest, and events on unbuffered', () => {
    expect(proxy).toMatch(/upstream replicas \{\s+least_conn;/);
    expect(proxy).toContain('server replica:3000 ');
    expect(proxy).toMatch(/location = \/events \{[^}]*proxy_buffering off;/);
  });

  it('repeats a write at another replica only with a key by which it happens once', () => {
    expect(proxy).toContain('proxy_next_upstream error timeout non_idempotent;');
    expect(proxy).toContain('proxy_set_header Idempotency-Key $idempotency_key;');
    expect(proxy).toMatch(
      /map \$http_idempotency_key [^}]*default \$http_idem[^}]*"" \$request_id;/,
    );
  });
});
