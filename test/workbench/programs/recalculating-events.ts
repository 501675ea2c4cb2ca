/** 変わったら計算し直す: an add-in that hears of changes and keeps a result beside them. */
export const title = "変更を聞いて計算し直す";

export async function program(): Promise<unknown> {
  const heard: string[] = [];
  const registration = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("見張り");
    sheet.getRange("A1:B3").values = [
      ["品目", "単価"],
      ["紙", 500],
      ["封筒", 800],
    ];
    await context.sync();
    const handler = sheet.onChanged.add(async (event) => {
      if (event.address.startsWith("D")) return;
      heard.push(event.address);
      await Excel.run(async (inner) => {
        const target = inner.workbook.worksheets.getItem(event.worksheetId);
        const prices = target.getRange("B2:B3").load("values");
        await inner.sync();
        const sum = prices.values.flat().reduce((total: number, value) => total + Number(value), 0);
        target.getRange("D1").values = [[sum]];
        await inner.sync();
      });
    });
    await context.sync();
    return handler;
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
  const write = (value: number) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("見張り").getRange("B2").values = [[value]];
      await context.sync();
    });
  await write(700);
  await settle();
  await Excel.run(registration.context, async (context) => {
    registration.remove();
    await context.sync();
  });
  await write(900);
  await settle();
  return Excel.run(async (context) => {
    const result = context.workbook.worksheets.getItem("見張り").getRange("D1").load("values");
    await context.sync();
    return { heard, result: result.values[0]?.[0] };
  });
}

export const expected = { heard: ["B2"], result: 1500 };
