import { describe, expect, it } from 'vitest';
import { passwordFault } from '#domain/staff/password.ts';

const person = { name: 'Гүлнар Сейітова', email: 'g.seitova@board.example' };

describe('a new password', () => {
  it.each([
    ['short', 'elevenchars'],
    ['long', 'abcdefgh'.repeat(17)],
    ['simple', 'aaaaaaaaaaaaaaaa'],
    ['simple', 'abababababababab'],
    ['simple', '123456789012'],
    ['simple', 'abcdefghijkl'],
    ['simple', '210987654321'],
    ['personal', 'гүлнар-2020-осень'],
    ['personal', 'my name is SEITOVA'],
    ['personal', 'the board of us all'],
  ])('is %s: %s', (fault, password) => {
    expect(passwordFault(password, person)).toBe(fault);
  });

  it.each(['quiet lantern over water', 'тыныш көлдің жағасы', 'k4-Vu8!qpz02', '🦊 лиса у реки спит'])(
    'may be %s',
    (password) => {
      expect(passwordFault(password, person)).toBeNull();
    },
  );
});
