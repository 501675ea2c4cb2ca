/** Custom XML a file brings; among it the settings of add-ins. */
import type { XmlPart } from "../model/book";
import type { Ids } from "./identity";
import type { Parts, Relation } from "./package-reader";
import { SETTINGS_NAMESPACE } from "./package-words";
import type { ProblemList } from "./problems";
import { childOf, childrenOf } from "./xml";

export const customXmlOf = (
  parts: Parts,
  relations: readonly Relation[],
  ids: Ids,
  problems: ProblemList,
) => {
  const kept: XmlPart[] = [];
  const settings = new Map<string, unknown>();
  for (const { target } of relations.filter(({ kind }) => kind === "customXml")) {
    if (!parts.has(target)) continue;
    const root = parts.tree(target);
    const own = parts.relations(target).find(({ kind }) => kind === "customXmlProps");
    const about = own && parts.has(own.target) ? parts.tree(own.target) : undefined;
    const namespaceUri =
      childOf(childOf(about, "schemaRefs"), "schemaRef")?.attributes.get("uri") ??
      root.attributes.get("xmlns") ??
      "";
    if (namespaceUri === SETTINGS_NAMESPACE) {
      for (const setting of childrenOf(root, "setting")) {
        const key = setting.attributes.get("key");
        const value = settingOf(setting.text);
        if (key !== undefined && value.ok) settings.set(key, value.value);
        else problems.add("読めないアドインの設定", "", "外しました。設定の画面で確かめてください。");
      }
      continue;
    }
    kept.push({
      id: ids.take(about?.attributes.get("itemID")),
      xml: new TextDecoder().decode(parts.bytes(target)),
      namespaceUri,
    });
  }
  return { parts: kept, settings };
};

const settingOf = (text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
};
