<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste copied cells as a new job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the job as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the job for another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Batchsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: a line is one cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line is one cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{encoding}, {delimiter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{encoding}, {delimiter}, {quotes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing looks out of line in {answers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One thing to look at in {answers}.</source>
        <comment>%Ln things to look at in {answers}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A sample of {n} stood for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: all the same value, {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: word for word what other rows have: “{about}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: the prompt or the row&apos;s own cells said again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: the length changes down the sheet, {about} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: says that it can&apos;t answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: in another language than the others ({about}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: a number far from all others, such as {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, “{column}”: the same answer, though “{about}” differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {n} answers looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at some: if they are wrong, say in the prompt when each value applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at some: if they say too little, ask in the prompt for what is special to the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in the prompt that the answer is to be in its own words, then ask in a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the last rows: if they say too little or too much, name a length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what they lack: more columns in the prompt, or a word for “can&apos;t be told”, may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the language in the prompt, then ask in a copy of the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at each: units and thousands are what goes wrong most; name the unit in the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at some: if that column matters, say so in the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them and ask again, with twice the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the rows: ask again as they are, or with another prompt in a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again; where it fails again, look at the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again if you want them after all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {judged} right: between {low}% and {high}% of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer</source>
        <comment>%Ln answers</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything else follows from it: the columns for the prompt, the rows, the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a spreadsheet first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows are chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the price and agree to it. Nothing is sent before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stand here, beside your rows, as soon as the first part of the job is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no answers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what each row should be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no choices. Write them under What it holds: small; medium; large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two answer columns are called “{name}”. Give one of them another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What seems wrong with the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking over the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look over the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many checked answers are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at 20 answers drawn at random, and say which are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each with its rows and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking over the answers: {done} of {all}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking over the answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers were not looked over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these rows: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service still has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this job&apos;s data at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers here stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} keeps its copy of rows and answers until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this job&apos;s data at the practice service?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this job&apos;s data at Anthropic?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows and answers are deleted there. What is here stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} has nothing left of this job. The answers here are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page of what was run, when, and what it cost, as .pdf or .json; no cell is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job that this file is compared with; nothing is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column that names a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which column rows are known again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows known by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from an earlier job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {unchanged} unchanged, {gone} gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged rows that have an answer keep it and cost nothing; an export says when it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its answers can be kept: it asked something else, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows are asked anew, as you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row</source>
        <comment>%Ln rows</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column</source>
        <comment>%Ln columns</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day</source>
        <comment>%Ln days</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most jobs end within an hour, all within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under two minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment} (in {time})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers are not here yet, and Anthropic kept them until {day}. They are probably gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers are not here yet, and Anthropic keeps them until {day} only: {time} are left. Keep Batchsheet open and connected until they are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has a whole answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer reached the longest allowed length and stops in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model declined to answer this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has no usable answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not get to this row in time. It cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cancelled before this row was asked. It cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has this row and has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has not been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is blank or was left out by your choice of rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was longer than you allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not take these rows as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service had a fault of its own. Asking again may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not fit its column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model paused before it had an answer. Asked again, it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is too long for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic no longer has these answers. They were probably paid for; asking again costs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They went to another workspace than the key&apos;s. They may have been paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document was changed or is gone since the price was found. It cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service said something that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not get there in time. That costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked before you cancelled. That costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own files stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer, worth {money}, is deleted with it.</source>
        <comment>%Ln answers, worth {money}, are deleted with it.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The length of the answers rests on %Ln tried row.</source>
        <comment>The length of the answers rests on %Ln tried rows.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes / no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers arriving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {time} at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may have cost up to {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billed {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No credit left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service counted every prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service counted a sample of the prompts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed from the length of the text: the service has not counted anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The long instructions are kept at Anthropic for reuse, as far as that works: it may save up to {saves}, or cost up to {adds} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unusual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply came: it may have been billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: it cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the answers is assumed: try some rows to know it better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the answers rests on earlier jobs with this recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the answers rests on rows tried with another wording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted here: what you typed, {rows}, about {size} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted here: {rows}, about {size} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service address does not take jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the service address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key again, whole and without blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service address “{text}” can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like http://proxy.example:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file “{ca_file}” can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file in PEM form, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service is not safe: its certificate could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your company&apos;s network looks into connections, give its certificate file in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the connection through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something on the way to the service refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service got nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether a firewall or a proxy blocks the service&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload was too slow, and the service gave it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or use a faster connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the service had already acted is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batchsheet asks the service before it sends anything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s reply can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the service has acted is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this goes on, check the service address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has a problem of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it had already acted is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks for a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: it takes no more for the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, and it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not find what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent a moment ago can be missing for some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not carried out, and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large for the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer rows per part, or a shorter prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key that works in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has put this account on hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the service, or use another account&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no credit left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service takes no more rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credit to the account, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has reached its spending limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit in the account, or wait until it starts anew, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not have this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of the model “{model_id}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} always thinks; that can&apos;t be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “thinking” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: {efforts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “effort” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no effort “{effort}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes the effort “{effort}” only with thinking on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “thinking” to on, or “effort” to {effort}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t answer at such length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “longest_answer” to {most:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t answer in several columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or one text column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder where Batchsheet keeps its jobs can&apos;t be written to: {root}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room there, allow writing to it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder, or no ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies outside of the spreadsheet&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF nor a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is protected with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 7 MB as a picture, or 22 MB as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is over 8,000 dots wide or high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they have more pages or pictures than the model takes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together they are too large for one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with more than 20 pictures, each may be 2,000 dots wide or high at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not get to this row within 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent a result of the type “{kind}”, which this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent a success without an answer, which this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer reached the longest allowed length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model declined to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model paused before it had an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row and its answer together are longer than the model can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ended for a reason that this version does not know: “{other}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent an error that does not say what it is, which this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent an error of the type “{kind}”, which this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer says “{name}” twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no “{column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” does not fit the column “{column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not in the form that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no prompt in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is not valid TOML: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe&apos;s “format” must be {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been made by a newer Batchsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe uses “{key}”, which this version of Batchsheet can&apos;t do yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“outputs” must be written as [[outputs]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has an empty “column”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has the kind “{kind}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds are: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“choices” of output {number} must be a list of texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two outputs have the column “{column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” is one of a list, and has no “choices”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” has “choices”, and is not of the kind “choice”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two choices of “{column}” differ in nothing but capitals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has a key “{key}”, which Batchsheet does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a whole number from 1 to {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be a list of columns, such as [&quot;Photo&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” must be one of: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the recipe and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” does not name rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them as the sheet numbers them: 2-500,700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {{{name}}}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt names a column “{name}”, which the sheet does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt names a column “{name}”, and the sheet has {count} that match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name exactly as it stands in the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {more:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice could not write to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: practice costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key comes from the environment variable ANTHROPIC_API_KEY, and is not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept in this system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring: the key is kept until Batchsheet is closed, and then forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked. Unlock it, or enter the key for this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet. Real answers need one: whoever manages your account makes it at platform.claude.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice mode needs no key. One that you enter here is for real jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for Anthropic&apos;s service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one in Settings, or set ANTHROPIC_API_KEY; keys are made at platform.claude.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {notice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files have different columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file differs, too.</source>
        <comment>%Ln more files differ, too.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No row was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files that have the same columns, or one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside “{first}”, “{file}” lacks {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside “{first}”, “{file}” has {further} besides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside “{first}”, “{file}” lacks {missing} and has {further} besides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} files stand one below the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row&apos;s file is named in the last column. An export is a new file: there is no single one to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every file has every column: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that a file lacks are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sheet of each workbook was taken: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more to say of single files: {rest:,} further notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the program that writes it is done, then open the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt has no column in it: every row gets the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has nothing to ask and is left out.</source>
        <comment>%Ln rows have nothing to ask and are left out.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tried row has its answer, and is not asked again.</source>
        <comment>%Ln tried rows have their answers, and are not asked again.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row was answered by an earlier job: it is taken from there, and costs nothing.</source>
        <comment>%Ln rows were answered by an earlier job: they are taken from there, and cost nothing.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A tried row got no reply. It may have been billed, and is asked again with the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is the same as another and is asked once.</source>
        <comment>%Ln rows are the same as another and are asked once.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Practice mode needs no key, and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key from Anthropic is needed to send rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row has its answer already: none is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row will be asked.</source>
        <comment>%Ln rows will be asked.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No row is left to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of every prompt was counted by the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the prompts was counted by the service on a sample of rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the prompts is guessed: the service has not counted any yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The likely price is over your ceiling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If answers run long, your ceiling may stop the job before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even at its most, the job stays under your ceiling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln document ({size:,.1f} MB) will be sent, from {folders}.</source>
        <comment>%Ln documents ({size:,.1f} MB) will be sent, from {folders}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{row:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is left out for a document: {why} (row {rows}).</source>
        <comment>%Ln rows are left out for a document: {why} (row {rows}).</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Allow these folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} ({count:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers did not come with the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not lost: they are asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers came broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers could not be written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are safe at Anthropic, and are fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service ended this row&apos;s part without an answer for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with documents can&apos;t be compared with an earlier job&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave --since out: what is unchanged is found all the same when it is priced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of that job have no column “{column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can&apos;t be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from a job with the same columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” stands more than once in “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” is blank in some rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By that column rows can&apos;t be told from each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key, or compare by content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job “{job}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`batchsheet jobs` shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That job has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the file as it was sent instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file as it is now has no column {missing} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows can&apos;t be told from each other, and nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“attach” names the column “{name}”, which the sheet does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents of this row ({named}) can&apos;t be sent: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row was not sent, and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend that, then ask the row again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document “{name}” is not there any more, or can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back, then ask the row again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document “{name}” was changed after the price was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the row again to send the document as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder where Batchsheet keeps its jobs can&apos;t be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room there, or allow writing to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} retires on {day}: rows asked again later need another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spreadsheet is open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on the Prompt page what to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are safe, and any earlier file is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “{name}” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room there, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder for “{target}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{parent}” can&apos;t be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another place with room on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of this file can&apos;t be written as “{ending}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is a file that the rows come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is never written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” lies in the folder that the rows are made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are never written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file “{name}” already, which this job did not write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own workbook with columns added: all else in it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own file with columns added, its own fields byte for byte ({encoding}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers have characters that {encoding} does not have. The file will be in UTF-8; no character is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file with your rows and the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that Excel would take for formulas get an apostrophe in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %Ln answer is longer than a cell: whole in the file, but Excel cuts it on opening.</source>
        <comment>About %Ln answers are longer than a cell: whole in the file, but Excel cuts them on opening.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln answer is longer than a cell: cut there with a mark, and whole in a sheet “Long answers”.</source>
        <comment>About %Ln answers are longer than a cell: cut there with a mark, and whole in a sheet “Long answers”.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” has changed since it was read: this is the file as it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a spreadsheet first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the list of jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” would have more than {most:,} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” would have more than {most:,} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to .csv instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer is longer than a cell can be: cut there with a mark, whole in “Long answers”.</source>
        <comment>%Ln answers are longer than a cell can be: cut there with a mark, whole in “Long answers”.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The next part could take the job over your ceiling. Nothing more is sent; what was answered is kept. Raise the ceiling to go on, or export what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic takes no more rows for the moment. Nothing is lost: the rest goes out as soon as some of the rows there are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part was sent, and no reply came. Nothing is sent twice: Batchsheet is asking Anthropic whether it has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batchsheet made a mistake and stopped this job. Everything that was answered is kept. Try to go on, and send us the diagnostics if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companies to enrich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industry, size and a first line for each company of a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descriptions for a catalogue, from names and features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents to sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind, date and a summary for each contract of a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that no file can hold are spelled out, such as \x00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file stays as it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a spreadsheet or a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check where it is and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is only the mark that Excel leaves beside a file that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{name}” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is open in {program}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as it was last saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of “{name}” has characters that can&apos;t be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is being written by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done, then open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be copied into the folder where Batchsheet keeps its jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is as it was, and nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, check that its drive is there, or ask for access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of jobs shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is still under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers are not all here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spreadsheet is not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is, then start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job has not ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} is not part of this job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was retired on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} retires on {day}, before a job could end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place, or make room there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On two computers its rows could be sent, and paid for, twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was made by a newer Batchsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers are made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers are real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” comes from practice mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a real job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in practice mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it outside practice mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no job of Batchsheet, or not a whole one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the job once more on the other computer, and copy the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batchsheet does not know the model “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, or allow writing to the folder of Batchsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic no longer has the answers of this row&apos;s part: they were deleted there, or are older than 29 days. They were probably paid for; asking again costs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row&apos;s part went to another workspace than the key&apos;s, and the job was cancelled before a key of that one was entered. It may have been paid for; asking again costs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be read: this computer does not let Batchsheet start the program that reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or start Batchsheet again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read: it is damaged, or larger than it looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel, save what you need as a new .xlsx file, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” takes more memory than a spreadsheet may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save only the part that you need as a new file, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{name}” came to a standstill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file to this computer&apos;s own disk, or save it anew, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was not sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to account for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receipt can&apos;t be written as “{ending}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too large for a recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe “{path}” can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers are not all here, so nothing was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spreadsheet of this job is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers stand beside their row numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to look over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched:,} rows matched, {gone:,} gone, {new:,} new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched:,} rows matched, {gone:,} gone, {new:,} new, {unsure:,} the same as others and left without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of such length come with the whole job alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter longest answer to try rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row {number:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its part may have been sent once already, and can only be sent again as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the document back as it was and go on, or cancel the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was sent meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows are asked with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next row could take the job over your ceiling. Nothing more is sent; what was answered is kept. Raise the ceiling to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this job went to another workspace than this key&apos;s, and no reply came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it arrived can only be seen with a key of that workspace, so nothing is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key of that workspace, or cancel the job to give that part up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was sent with a key of another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers wait there: nothing is lost, and nothing is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key of that workspace, or cancel the job to give those rows up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are separated by one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells can be quoted by “&quot;”, “&apos;” or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {most:,} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file lies in the folder itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of its sub-folders were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-folder was not looked into.</source>
        <comment>%Ln sub-folders were not looked into.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden, temporary or system file.</source>
        <comment>%Ln hidden, temporary or system files.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden folder.</source>
        <comment>%Ln hidden folders.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link to a folder.</source>
        <comment>%Ln links to folders.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry is neither file nor folder.</source>
        <comment>%Ln entries are neither file nor folder.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be looked at: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file is empty.</source>
        <comment>%Ln files are empty.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF is protected with a password.</source>
        <comment>%Ln PDFs are protected with a password.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How many pages is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF is damaged, or unlike a PDF.</source>
        <comment>%Ln PDFs are damaged, or unlike a PDF.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF lies online only.</source>
        <comment>%Ln PDFs lie online only.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It was not fetched to count its pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes are in bytes; pages are counted in PDFs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (ISO 8859-1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (Macintosh)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (DOS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European (Windows-1250)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese (GB 18030)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese (Big5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8 with a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (ISO 8859-15)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European (ISO 8859-2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek (Windows-1253)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew (Windows-1255)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic (Windows-1256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baltic (Windows-1257)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese (Windows-1258)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai (Windows-874)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese (EUC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read as {encoding}: it has bytes that mean nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workbook or zip archive, not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a line that is longer than any row could be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacks to more than any sheet could hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a sheet whose cells lie too far apart to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table “{name}” in the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} can&apos;t be the header: nothing stands there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another header row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {most:,} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Column {columns} stands apart from the table, without a header.</source>
        <comment>Columns {columns} stand apart from the table, without a header.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Row {first} stands above the header in row {row}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows {first} to {last} stand above the header in row {row}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ({where}) was taken. Choose another above the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has several tables; also {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has sheets of macros, which an .xlsx can&apos;t hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to .xlsm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The macros were left out: an .xlsx can&apos;t hold any. The .xlsm keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that a text file can&apos;t hold are spelled out, such as \x00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have more than {most:,} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet “{name}” was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have more than {most:,} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is blank.</source>
        <comment>%Ln rows are blank.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They are not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is the same as an earlier one.</source>
        <comment>%Ln rows are the same as an earlier one.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Identical prompts are asked once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {column} has no header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named “Column {column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns {columns} have no header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named “Column {column}” and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A header comes twice.</source>
        <comment>%Ln headers repeat another.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Renamed: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {ending} files, numbers are read without their formats, and error cells as empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as .xlsx for values as the sheet shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an unreasonably large part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old Excel file (.xls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an encrypted or old Excel file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a binary Excel workbook (.xlsb)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zip archive, not a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no cells on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a range in your spreadsheet first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied is larger than a table can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one cell was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole range, with its header, then paste again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet in “{name}” has no room for more columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to .csv instead, or delete columns that are not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new columns begin at column {column}, after all that the sheet has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{name}” was not extended, because it is filled from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{name}” was not extended, because something stands to its right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet is protected. The new columns are in it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new columns from {column} on are hidden in this sheet, as those before them were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written, and your file is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged and can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel, save it under a new name, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is protected with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel, save a copy without the password, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {found}, whatever its ending says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it the right ending, or save it from its own program as .xlsx or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” would have more rows than a sheet holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to .csv, or fewer columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file that has rows in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no documents in “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that has files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{name}” can&apos;t be looked into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its drive is there, or ask for the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, or ask for the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it from another disk or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own file and the answers are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room and export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a sheet of more than 4 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be larger than 4 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has more than the table “{name}” ({where}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has more than the table ({where}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder: it has no sheets and no header row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batchsheet does not know how to read “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens {endings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sheet “{asked}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheets are: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer has characters that {encoding} does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export in UTF-8, or to .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new columns begin at column {column}, after all that the file has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in UTF-8 now: {encoding} does not have every character of the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row was left as it was, because a quotation mark there has no partner: {rows}.</source>
        <comment>%Ln rows were left as they were, because a quotation mark there has no partner: {rows}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” has one column, and in its text every character that could part it from another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the sheet out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that accents look right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not UTF-8: read as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark in row {row:,} is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that follows it stands in that one cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has more or fewer cells than the others: {rows}.</source>
        <comment>%Ln rows have more or fewer cells than the others: {rows}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Missing cells are empty, further ones have columns of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell in row {number:,} of “{name}” never ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a quotation mark there that has no partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no sheet “{sheet}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook was signed. The signature does not hold for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell holds a formula and was left as it was.</source>
        <comment>%Ln cells hold formulas and were left as they were.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet “{name}” was added at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is hidden or filtered out in the sheet.</source>
        <comment>%Ln rows are hidden or filtered out in the sheet.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Included all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln formula has no saved value.</source>
        <comment>%Ln formulas have no saved value.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read as empty. Open and save the file in Excel first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook also has sheets without cells, such as charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row below it</source>
        <comment>%Ln rows below it</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The folder where Batchsheet keeps its jobs is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent, and the service still has what it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the folder back where it was, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was saved before is lost, and nothing more is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds on to the file that has the jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost; it is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the other program if this goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or allow writing to this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that holds the jobs is damaged: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left as it is, and answers that the service still has are not lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back a copy of the file, or move it away to start with an empty list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These jobs were made by a newer Batchsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job takes no other spreadsheet any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: requests go to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: requests go through {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: requests to addresses without encryption go through {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a token besides the key is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: more is sent with every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: requests may be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: some requests go past the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: other certificates are trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: whoever reads that file can read the requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address that can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is still in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in it can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept until Batchsheet is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked or doesn&apos;t answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it with your login password, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring that Batchsheet can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept until Batchsheet is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install or start one (GNOME Keyring, KWallet), or set ANTHROPIC_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln character</source>
        <comment>%Ln characters</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The one answer is checked.</source>
        <comment>All %Ln are checked.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is not sent yet. Close all the same?</source>
        <comment>%Ln rows are not sent yet. Close all the same?</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more folder</source>
        <comment>and %Ln more folders</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n:,}; a part&apos;s answers come when the whole part is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,}; a part&apos;s answers come when the whole part is done, {moment} at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is not sent yet: it waits for what is asked above.</source>
        <comment>%Ln rows are not sent yet: they wait for what is asked above.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the %Ln row that is not answered yet?</source>
        <comment>Cancel the %Ln rows that are not answered yet?</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row with the same prompt shares this answer.</source>
        <comment>%Ln rows with the same prompt share this answer.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stop reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cause: {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input tokens: {n:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output tokens: {n:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Batchsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It is made of:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the key with the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works. {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key of your account at Anthropic here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key; it is checked at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty for Anthropic&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For networks that look into connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cer&amp;tificates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerColumns</name>
    <message>
        <source>+ Add a co&amp;lumn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new column each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new columns that the answers fill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakdownBar</name>
    <message>
        <source>No rows yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakdownLegend</name>
    <message>
        <source>All rows of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellNotes</name>
    <message>
        <source>And {n} more in other columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in {n} of {all} rows, spread over the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” reads like an order to the model in {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is very long in {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” seems to hold {what}: in {rows}, personal data goes to Anthropic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telephone numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank accounts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellReader</name>
    <message>
        <source>The whole text of a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be chosen and copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckAnswersDialog</name>
    <message>
        <source>Check answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which of a few answers are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which answer this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you said of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong (W or ←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip (S or ↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right (R or →)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;20 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check 20 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {all} · row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said: right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said: wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You skipped it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps that, and shows the next answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChips</name>
    <message>
        <source>all blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent}% blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the column “{name}” into the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>&amp;Write the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file itself is never written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} of {all} chosen. The file itself is never written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing unusual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel, OpenDocument, CSV or text (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a spreadsheet on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{sheet}”, which has {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{sheet}”: {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet has few rows; another one has many more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Batchsheet noticed about the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>&amp;Read the whole cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the columns up to here in &amp;sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let all columns &amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the column as &amp;wide as its cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportChoicesDialog</name>
    <message>
        <source>Export options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To know before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose where…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file with these choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What reading and exporting keep, format by format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length, as it is billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let formulas in answers be formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in UTF-8, whatever the file has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists also item by item, in a sheet of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that has the answer&apos;s name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays; answers go beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets answers in its empty cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is replaced by the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is now: rows matched by content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column with the answer&apos;s name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed. Export it:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{found} so far, {share} % looked through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to look for in all rows that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row before that has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row that has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Find</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrozenColumns</name>
    <message>
        <source>Columns that stay in sight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobErrands</name>
    <message>
        <source>{name}, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own files stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} keeps its copy until {day}. “Delete it there” on the Results page deletes that; do it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the job for another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs of Batchsheet (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file} in {folder}. It holds the rows, the prompt and the answers, and no key. Open it with Batchsheet on the other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobListModel</name>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobSide</name>
    <message>
        <source>Se&amp;ttings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key, the service, the look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How everything works, and what happens to your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows jobs in whose name or file these words stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with another spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your jobs: those that need you come first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dup&amp;licate as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save for another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for another computer (once the job has ended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Where jobs are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder where jobs are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder is chosen at the start: batchsheet --profile FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for jobs at Anthropic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings back answers of jobs that this computer has lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For jobs that this computer has lost. Nothing is sent, and nothing is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found again: {jobs}. Still running there, and not to be told yet: {running}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadingView</name>
    <message>
        <source>What is being opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop opening the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are read already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the window speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>One prompt for every row of a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt for every row of a spreadsheet, at half price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spreadsheet yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice mode: the answers are made up, nothing is sent and nothing is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to rename the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent goes on without this window, and without this computer. The rest goes out at the next start. The same holds while the computer sleeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking, effort, identical rows, documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest &amp;answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model does by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on (costs more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as little as the model can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} · {money} per 1,000 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} · retires on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} words; may take hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model, with the price of 1,000 rows of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer in word pieces, as the service counts: four pieces make about three words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mor&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model thinks before it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much work the model puts into each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask identical rows only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with the same prompt share one answer and are paid for once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents and pictures from columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns whose cells are paths of pictures, PDFs or text files that go along with their row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling for every job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dollars; each job can change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling for new &amp;jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars for a million tokens (about 750,000 words) at the ordinary price; jobs pay half. Where you pay other prices, type yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price can be typed over; an emptied cell takes the shipped one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceilings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewHeader</name>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>{job} needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} is done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheets ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder can&apos;t be opened together with something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted {day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together, every column is kept, and the cells that a file lacks stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeFilter</name>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputsDelegate</name>
    <message>
        <source>The choices: Refund; Setup; Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence, if it helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputsTableModel</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices, with semicolons between them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaidAlready</name>
    <message>
        <source>Rows that are answered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask rows anew that an earlier job has answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the answers to the very same requests are taken from there, and cost nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} tried: their answers are here, for {money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent on tried rows: {money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} answered by an earlier job: taken from there, and free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried rows without a reply may have cost up to {money} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartsTableModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long instructions that the service keeps for the rows after the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own figure. Empty the cell for the shipped one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PricePage</name>
    <message>
        <source>Run the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding up {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely price for {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most likely between {low} and {high}, never more than {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row has its answer already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run {rows} for about {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;ke the answers that are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You agreed to this price when the job was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is in the way: see the checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is spent before you press the button. Cancelling keeps what is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send documents from these folders, too? They lie outside of the spreadsheet&apos;s own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow these folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the price is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely range, and the most it can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most it can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the price rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes up the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompts, the answers, both together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was checked before the job runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part of the job leaves once it could cost more than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop before it costs more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows leave only while this holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most jobs end within an hour, all within a day. You can close Batchsheet once all is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much was counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceTableModel</name>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordinary price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>A fault in Batchsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batchsheet made a mistake of its own. Your rows and answers are safe on this computer, and a job that was sent goes on. If it happens again, send these details: they hold no key and no cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Batchsheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEdit</name>
    <message>
        <source>Columns that fit what you typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>&amp;Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same for every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt for each ro&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type {{ or click a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has no column “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model should know and do, the same for every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sort customer messages. Judge only by what they write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click puts a column into the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt for each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked of each row. Two opening braces open a list of the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which topic is this message about? {{Message}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out lines whose columns are blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the prompt stays away from rows in which all the columns that it names are blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found in the prompt&apos;s columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the nearest column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>See the p&amp;rice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prompt shows here, filled in with a row of your sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this row goes into the prompt: it is left out, and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {words} words in · up to {most} out · {money} for this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {likely}, between {low} and {high}. An estimate: the service counted a few rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {likely}, between {low} and {high}. Guessed until the rows are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was sent with this prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type is kept as you type it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeChoice</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe fills in the prompt, the columns, the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this prompt with its columns and model for another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reci&amp;pe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used on this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · last {money} per 1,000 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {name} · {money} per 1,000 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {moment}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe “{name}” took the place of your prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes and prompts (*.toml *.txt *.md *.json *.py *.ts *.js *.sh)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Batchsheet can&apos;t take over was left out: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask once more for rows that failed, expired or were cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a copy of your file with the new columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is exported besides the answers, and see what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {rows} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask {rows} again for about {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask {rows} again with twice the room for about {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file} in {folder}, {rows}, {answered} with an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this computer is set up to open it. It is here: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what became of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rows with the new columns beside them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have been billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise and bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowChooser</name>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only some rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row numbers as the spreadsheet shows them, such as 2-500,700</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onl&amp;y where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows where a column fits a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which rows, such as 2-500,700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowDetailPanel</name>
    <message>
        <source>The chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its prompt, its answer, and what it cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see its prompt, its answer and its cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have cost {money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was billed: {money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was tried on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier job got it on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back, cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer without any text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowPreview</name>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row whose prompt is shown, by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the rows is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt of one row as it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length and price of this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>&amp;Cancel the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing more. What is answered stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the &amp;results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {rows} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{likely} ({range})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these rows: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G&amp;o on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the ceiling to {money} and g&amp;o on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are here. Look at them and export them on the Results page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close Batchsheet: the job goes on, and the answers wait for you until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Batchsheet open until all is sent: {rows} to go. What is unsent goes out at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is answered stays and is paid for. Rows that the service is just working on may still cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is answered stays. Rows that the service is just working on may still be answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the job stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when answers can be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts as squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same parts as in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts that the job is sent in, with their state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would have cost so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why rows have no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that came last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendLive</name>
    <message>
        <source>Sending all rows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all rows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks every row at once, at the ordinary price; the answers come in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So few rows are simpler to send at once: the answers come in seconds. That costs {live}; as a job it is {batch}, and can take a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {rows} no&amp;w for about {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} got no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Batchsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Drop a spreadsheet or a folder anywhere in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xlsm, .xls, .xlsb), OpenDocument (.ods), .csv, .tsv or .txt, several of one shape too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each document in it (Ctrl+Shift+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of documents: each becomes a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells copied from a spreadsheet (Ctrl+V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a job of cells that were copied from a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste copied cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or look around with an example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepTabs</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableChoices</name>
    <message>
        <source>S&amp;heet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sheet of the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which table of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;eader in row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that holds the names of the columns; none for a sheet without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also take rows that are hidden or filtered out in the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;idden rows too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden rows too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also read the documents in the folder&apos;s sub-folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-&amp;folders too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-folders too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the text file is read: its encoding, what separates cells, and quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the text is read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Copied: {rows}, {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {n}: {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFormatDialog</name>
    <message>
        <source>How the text is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How letters are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What separates cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands around a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Between cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Around cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the rows: where letters are wrong it is the encoding, where cells are, the separator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TryAnswers</name>
    <message>
        <source>Tried rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each tried row with its answer, and what it was answered before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of the tried rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts this row and its answer into the instructions, as an example of a good one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as an &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as an &amp;example (+{money})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message>
        <source>Try rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends a few rows at once, at the ordinary price, and shows their answers in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their numbers: a varied sample, which you can change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the tried rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tr&amp;y {rows} for about {money} (ordinary price)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tr&amp;y {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried so far: {money}. Answers to this very prompt count in the job: they are not asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} without a reply may have cost up to {money} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TryTableModel</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
