import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { Injectable } from '@nestjs/common';
import { RenderedJson } from '../http/rendered-json';

/** Of all tenants together. */
export const MAX_BYTES = 4_000_000;
/** An answer is kept where its question was among so many of the last ones. */
export const REMEMBERED = 100;
/** Nothing is kept for longer, so that a list that was rebuilt for its faults is seen soon. */
export const LONGEST_MS = 10_000;

/** What is asked, and what that is a part of: all parts of a whole have its total in common. */
export interface Question {
  text: string;
  whole?: string;
}

/** An answer or a total, and from when until when it is right while the log stays where it is. */
interface Kept {
  body?: RenderedJson;
  total?: number | undefined;
  from: Date;
  until: Date;
}

interface TenantAnswers {
  position: number;
  /** By their questions, and the total of each whole by that. */
  byName: Map<string, Kept>;
  /** Stops to wait for the next commit. */
  unfollow(): void;
}

/**
 * Answers to what is asked again and again, as they were made last, for as long as they are right:
 * until the tenant's log moves, which each reader looks at, or a priority falls. With the next commit
 * they are forgotten: who was erased does not linger.
 */
@Injectable()
export class KeptAnswers {
  private readonly tenants = new Map<string, TenantAnswers>();
  private readonly asked = new Set<string>();
  private bytes = 0;

  constructor(private readonly commits: CommitSignal) {}

  /** The answer to a question, or the total of a whole, where it is still right at `now`. */
  find(tenantId: string, position: number, name: string, now: Date): Kept | null {
    const answers = this.tenants.get(tenantId);
    if (answers?.position !== position) return null;
    const kept = answers.byName.get(name);
    return kept && kept.from <= now && now < kept.until ? kept : null;
  }

  /**
   * Keeps a total, and an answer whose question was asked before, which are right from `from` on;
   * `until` null: while the log stays where it is.
   */
  keep(
    tenantId: string,
    position: number,
    { text, whole }: Question,
    { body, total, from, until }: Omit<Kept, 'until'> & { until: Date | null },
  ): void {
    const longest = new Date(+from + LONGEST_MS);
    const lasting = { from, until: until && until < longest ? until : longest };
    if (whole !== undefined) this.put(tenantId, position, whole, { total, ...lasting });
    if (body && this.isAskedAgain(`${tenantId} ${text}`))
      this.put(tenantId, position, text, { body, ...lasting });
  }

  private put(tenantId: string, position: number, name: string, kept: Kept): void {
    if (this.bytes + sizeOf(name, kept) > MAX_BYTES) this.forgetAll();
    const { byName } = this.answersAt(tenantId, position);
    this.bytes += sizeOf(name, kept) - sizeOf(name, byName.get(name));
    byName.set(name, kept);
  }

  /** What is kept outlives the young heap: for a page that nobody asks again, an eighth of its cost. */
  private isAskedAgain(question: string): boolean {
    const isAgain = this.asked.delete(question);
    this.asked.add(question);
    const [oldest = ''] = this.asked;
    if (this.asked.size > REMEMBERED) this.asked.delete(oldest);
    return isAgain;
  }

  private answersAt(tenantId: string, position: number): TenantAnswers {
    const known = this.tenants.get(tenantId);
    if (known?.position === position) return known;
    this.forget(tenantId);
    const unfollow = this.commits.onNext(tenantId, () => this.forget(tenantId));
    const answers = { position, byName: new Map<string, Kept>(), unfollow };
    this.tenants.set(tenantId, answers);
    return answers;
  }

  private forget(tenantId: string): void {
    const answers = this.tenants.get(tenantId);
    answers?.unfollow();
    this.tenants.delete(tenantId);
    for (const [name, kept] of answers?.byName ?? []) this.bytes -= sizeOf(name, kept);
  }

  private forgetAll(): void {
    for (const tenantId of [...this.tenants.keys()]) this.forget(tenantId);
  }
}

function sizeOf(name: string, kept: Kept | undefined): number {
  return kept ? name.length + (kept.body?.bytes.length ?? 0) : 0;
}
