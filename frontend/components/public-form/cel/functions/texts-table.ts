import { CelScalar, celFunc, celMethod, listType, type CelFunc } from '@bufbuild/cel';
import { Failed } from '../failures';
import * as texts from './texts';

const { BOOL, DYN, INT, STRING } = CelScalar;
const TEXTS = listType(DYN);

export const TEXT_FUNCTIONS: CelFunc[] = [
  celMethod('charAt', STRING, [INT], STRING, function (index) {
    return texts.charAt(this, index);
  }),
  celMethod('indexOf', STRING, [STRING], INT, function (part) {
    return texts.indexOf(this, part);
  }),
  celMethod('indexOf', STRING, [STRING, INT], INT, function (part, start) {
    return texts.indexOf(this, part, start);
  }),
  celMethod('lastIndexOf', STRING, [STRING], INT, function (part) {
    return texts.lastIndexOf(this, part);
  }),
  celMethod('lastIndexOf', STRING, [STRING, INT], INT, function (part, last) {
    return texts.lastIndexOf(this, part, last);
  }),
  celMethod('substring', STRING, [INT], STRING, function (start) {
    return texts.substring(this, start);
  }),
  celMethod('substring', STRING, [INT, INT], STRING, function (start, end) {
    return texts.substring(this, start, end);
  }),
  celMethod('trim', STRING, [], STRING, function () {
    return texts.trim(this);
  }),
  celMethod('reverse', STRING, [], STRING, function () {
    return texts.reverse(this);
  }),
  celMethod('lowerAscii', STRING, [], STRING, function () {
    return texts.lowerAscii(this);
  }),
  celMethod('upperAscii', STRING, [], STRING, function () {
    return texts.upperAscii(this);
  }),
  celMethod('lower', STRING, [], STRING, function () {
    return this.toLowerCase();
  }),
  celMethod('upper', STRING, [], STRING, function () {
    return this.toUpperCase();
  }),
  celMethod('truncate', STRING, [INT], STRING, function (length) {
    return texts.truncate(this, length);
  }),
  celMethod('replace', STRING, [STRING, STRING], STRING, function (old, fresh) {
    return texts.replace(this, old, fresh);
  }),
  celMethod('replace', STRING, [STRING, STRING, INT], STRING, function (old, fresh, most) {
    return texts.replace(this, old, fresh, most);
  }),
  celMethod('split', STRING, [STRING], TEXTS, function (separator) {
    return texts.split(this, separator);
  }),
  celMethod('split', STRING, [STRING, INT], TEXTS, function (separator, most) {
    return texts.split(this, separator, most);
  }),
  celMethod('join', TEXTS, [], STRING, function () {
    return joined(this);
  }),
  celMethod('join', TEXTS, [STRING], STRING, function (separator) {
    return joined(this, separator);
  }),
  celFunc('slug', [STRING], STRING, texts.slug),
];

function joined(items: Iterable<unknown>, separator = ''): string {
  const all = [...items];
  if (!all.every((each) => typeof each === 'string')) throw new Failed('for lists of texts');
  return all.join(separator);
}

/** In the order of characters, not of the halves of some. */
export const ORDER: CelFunc[] = [
  celFunc('_<_', [STRING, STRING], BOOL, (left, right) => texts.compare(left, right) < 0),
  celFunc('_<=_', [STRING, STRING], BOOL, (left, right) => texts.compare(left, right) <= 0),
  celFunc('_>_', [STRING, STRING], BOOL, (left, right) => texts.compare(left, right) > 0),
  celFunc('_>=_', [STRING, STRING], BOOL, (left, right) => texts.compare(left, right) >= 0),
];
