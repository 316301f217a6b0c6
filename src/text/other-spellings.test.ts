import { describe, expect, it } from 'vitest';
import { otherSpellings } from './other-spellings.ts';

describe('other spellings of a Latin name', () => {
  it.each([
    ['Đorđe Petrović', ['Djordje Petrović']],
    ['Ščukin Aleš', ['Shchukin Alesh']],
    ['Alexeï Iachine', ['Alexei Yashin']],
    ['Anatoli Tchoubarov', ['Anatoli Choubarov']],
    ['Sjtjoekin Vasili Belov', ['Shchukin Vasili Belov']],
    ['Mijaíl Tijonov', ['Mikhaíl Tikhonov']],
    ['Xəzər Cavadov', ['Khəzər Javadov']],
    ['Xasan Cumar Jaamac', ['Hasan Umar Jama']],
    ['Evgueni Prigojine', ['Evgeni Prigozhin']],
    ['Youssef Chahed', ['Youssef Shahed']],
    ['Ahmed Bedoui', ['Ahmed Bedawi']],
    ['Ahmed Chen', []],
    ['Vladimir Poutine', []],
    ['Jelena Ivanova', []],
    ['Louise Martine', []],
    ['Juan Reina', []],
  ])('%s is also %j', (name, others) => {
    expect(otherSpellings(name, true)).toEqual(others);
  });

  it('hears no Arabic in the words of a firm', () => {
    expect(otherSpellings('Karim Exchange', false)).toEqual([]);
  });
});
