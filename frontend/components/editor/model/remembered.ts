import { visit, YAMLMap, type Document } from 'yaml';

type Arguments = Parameters<YAMLMap['toString']>;
type Written = { text: string; hasComment: boolean; keepsEnd: boolean };

const known = new WeakMap<YAMLMap, Map<string, Written>>();

/**
 * The same document, whose records keep the text that they were written as: writing it again
 * writes anew only what was changed, which is other records. Not with aliases, which look around.
 */
export function remembering(document: Document): Document {
  let isPlain = true;
  visit(document, { Alias: () => ((isPlain = false), visit.BREAK) });
  if (isPlain) visit(document, { Map: (_, record) => void Object.assign(record, { toString }) });
  return document;
}

function toString(this: YAMLMap, ...[context, onComment, onEnd]: Arguments): string {
  if (!context) return YAMLMap.prototype.toString.call(this);
  const { indent, indentAtStart, inFlow, implicitKey, inStringifyKey } = context;
  const { allNullValues, forceBlockIndent } = context;
  const how = [indent, indentAtStart, inFlow, implicitKey, inStringifyKey];
  const key = [...how, allNullValues, forceBlockIndent].map(String).join();
  const texts = known.get(this) ?? new Map<string, Written>();
  known.set(this, texts);
  const found = texts.get(key) ?? writtenAs(this, context);
  texts.set(key, found);
  if (found.hasComment) onComment?.();
  if (found.keepsEnd) onEnd?.();
  return found.text;
}

function writtenAs(record: YAMLMap, context: Arguments[0]): Written {
  const told = { hasComment: false, keepsEnd: false };
  const text = YAMLMap.prototype.toString.call(
    record,
    context,
    () => (told.hasComment = true),
    () => (told.keepsEnd = true),
  );
  return { text, ...told };
}
