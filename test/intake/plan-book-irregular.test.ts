import { intake } from "../../src/intake";
import { noAnnotations } from "../../src/intake/annotations";
import { block, headings, simpleTargets } from "./plan-book-text";

const messages = (text: string) => intake(text).problems.map(({ message }) => message);
const warned = (part: string): unknown => expect.stringContaining(part);

describe("計画書のブロックの乱れ", () => {
  test.each([
    [
      "空の基準値",
      block({ number: "1", name: "花の世話", targets: simpleTargets("回数（回）", "", "1 2 3 4 5") }),
      "「回数（回）」の基準値が空です",
    ],
    [
      "文になっている担当課",
      block({ number: "1", name: "花の世話", departments: "担当する課は後で決めます。" }),
      "担当課の名称に見えません",
    ],
  ])("%s", (_, text, part) => {
    expect(messages(headings + text)).toContainEqual(warned(part));
  });

  test("数の中の全角の点と読点は、小数点と桁区切り", () => {
    const targets = simpleTargets(
      "延長（ｍ）",
      "１，０００",
      "１，００１ １，００２ １，００３ １，００４ １００５．５",
    );
    const { plan } = intake(headings + block({ number: "1", name: "道の手入れ", targets }));
    expect(plan?.indicators[0]).toMatchObject({
      baseline: { text: "1,000" },
      targets: { 2021: "1,001", 2025: "1005.5" },
    });
  });
});

describe("施策の体系と食い違うブロック", () => {
  const outline = `■ つながる力
目標 施策 取組項目群 取組項目
１
ひ
ろ
ば
(1)広場づく
り
①手入れ 1-花だんの世話
2-落ち葉の片付け ※再掲
`;
  const text = (...blocks: string[]) =>
    [
      outline,
      "第３章 取組項目",
      "≪つながる力≫",
      "１ ひろば",
      "（１） 広場づくり",
      "① 手入れ",
      ...blocks,
    ].join("\n");
  const first = block({ number: "1", name: "花だんの世話" });

  test("体系にない項目", () => {
    const { plan, problems } = intake(text(first, block({ number: "9", name: "噴水の手入れ" })));
    expect(plan?.nodes.map(({ name }) => name)).toContain("噴水の手入れ");
    expect(problems.map(({ message }) => message)).toContainEqual(warned("体系にない項目です"));
  });

  test("再掲の印の食い違い", () => {
    expect(messages(text(first, block({ number: "2", name: "落ち葉の片付け" })))).toContainEqual(
      warned("再掲の印が体系とブロックで食い違っています"),
    );
  });

  test("見出しの名称の食い違いは、見出しのとおりに読む", () => {
    const other = text(first).replace("（１） 広場づくり", "（１） 広場そだて");
    const { plan, problems } = intake(other);
    expect(plan?.nodes.map(({ name }) => name)).toContain("広場そだて");
    expect(problems.map(({ message }) => message)).toContainEqual(warned("見出しのとおりに読みました"));
  });

  test("再掲元が見つからない再掲は、同じ名称の項目を元とする", () => {
    const three = [first, block({ number: "3", name: "花だんの世話 【再掲（-9）】" })];
    const { plan, problems } = intake(headings + three.join("\n"));
    expect(plan?.nodes.find(({ number }) => number === "3")?.sameAs).toBe("1");
    expect(problems.map(({ message }) => message)).toContainEqual(
      warned("見つからないため、同じ名称の1を再掲元としました"),
    );
  });

  test("再掲の再掲は、もとの項目を元とする", () => {
    const three = [
      first,
      block({ number: "3", name: "花だんの世話 【再掲（-1）】" }),
      block({ number: "4", name: "花だんの世話 【再掲（-3）】" }),
    ];
    const { plan, problems } = intake(headings + three.join("\n"));
    expect(plan?.nodes.find(({ number }) => number === "4")?.sameAs).toBe("1");
    expect(problems.map(({ message }) => message)).toContainEqual(warned("がまた再掲です"));
  });
});

describe("文書に書いていないこと", () => {
  const table = ["ID,取組項目,指標,単位,目標値 令和3年度", "a,除草,回数,回,3"].join("\n");

  test("名称・自治体・期間が注記にあれば、補うようには言わない", () => {
    const particulars = { title: "仮の計画", municipality: "仮市", period: [2021, 2025] as [number, number] };
    const { plan, problems } = intake(table, { ...noAnnotations, plan: particulars });
    expect(plan).toMatchObject(particulars);
    expect(problems.map(({ message }) => message)).not.toContainEqual(warned("文書から分かりません"));
  });

  test("同じ ID の項目は、その行の問題になる", () => {
    const { problems } = intake(["ID,取組項目,担当課", "a,除草,公園課", "a,清掃,道路課"].join("\n"));
    expect(problems).toContainEqual(expect.objectContaining({ severity: "error", message: warned("a") }));
  });

  test("似た文字の区分は読み替え、そう言う", () => {
    const { plan, problems } = intake(
      ["施策の方向性,進捗区分,今後の方向性,担当課", "除草,Ａ,A,公園課"].join("\n"),
    );
    expect(plan?.assessments[0]?.marks).toEqual({ 進捗区分: "A", 今後の方向性: ["ア"] });
    expect(problems.map(({ message }) => message)).toContainEqual(warned("「A」を「ア」と読みました"));
  });
});
