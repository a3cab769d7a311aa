import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory, recall } from '../src/memory.js';

describe('a memory', () => {
  it('works a thing out once, as long as it is remembered', () => {
    const memory = new Memory();
    let made = 0;
    const make = () => ({ made: ++made });
    expect(memory.recall('slide', 'a', make)).toBe(memory.recall('slide', 'a', make));
    expect(made).toBe(1);
  });

  it('keeps things of different kinds apart', () => {
    const memory = new Memory();
    expect(memory.recall('slide', 'a', () => 1)).toBe(1);
    expect(memory.recall('markdown', 'a', () => 2)).toBe(2);
  });

  it('remembers that nothing came out', () => {
    const memory = new Memory();
    let made = 0;
    const make = () => {
      made += 1;
      return undefined;
    };
    memory.recall('slide', 'a', make);
    memory.recall('slide', 'a', make);
    expect(made).toBe(1);
  });

  it('remembers nothing of what failed', () => {
    const memory = new Memory();
    const fail = () => {
      throw new Error('no');
    };
    expect(() => memory.recall('slide', 'a', fail)).toThrow('no');
    expect(memory.recall('slide', 'a', () => 1)).toBe(1);
  });

  it('forgets what was not asked for while others filled it, and keeps what was', () => {
    const memory = new Memory(60);
    const made: string[] = [];
    const ask = (key: string) =>
      memory.recall('k', key, () => {
        made.push(key);
        return key;
      });
    ask('kept'.padEnd(10));
    ask('left'.padEnd(10));
    for (let i = 0; i < 20; i++) {
      ask(`${i}`.padEnd(10));
      ask('kept'.padEnd(10));
    }
    ask('left'.padEnd(10));
    expect(made.filter((key) => key.startsWith('kept'))).toHaveLength(1);
    expect(made.filter((key) => key.startsWith('left'))).toHaveLength(2);
  });

  it('counts what takes more room than its key for as much as it is said to take', () => {
    const made = (times: number): number => {
      const memory = new Memory(60);
      let count = 0;
      for (const key of ['a', 'b', 'c', 'd', 'a']) memory.recall('k', key, () => (count += 1), times);
      return count;
    };
    expect([made(1), made(20)]).toEqual([4, 5]);
  });

  it('works out each time what it is to leave out, and no key of it', () => {
    const memory = new Memory(60, ['slide']);
    let made = 0;
    const ask = (kind: string) =>
      recall(
        memory,
        kind,
        () => {
          if (kind === 'slide') throw new Error('nobody asks for it');
          return 'a';
        },
        () => (made += 1),
      );
    expect([ask('slide'), ask('slide'), ask('yaml'), ask('yaml')]).toEqual([1, 2, 3, 3]);
    expect([memory.keeps('slide'), memory.keeps('yaml')]).toEqual([false, true]);
  });

  it('gives what its key decides, however much is asked and forgotten', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5 }), { maxLength: 60 }), fc.nat(40), (keys, most) => {
        const memory = new Memory(most);
        for (const key of keys)
          expect(memory.recall('upper', key, () => key.toUpperCase())).toBe(key.toUpperCase());
      }),
    );
  });

  it('is not needed: without one, things are worked out', () => {
    expect(
      recall(
        undefined,
        'k',
        () => 'a',
        () => 3,
      ),
    ).toBe(3);
    expect(
      recall(
        new Memory(),
        'k',
        () => 'a',
        () => 4,
      ),
    ).toBe(4);
  });
});
